/// Files to documents: text, pages and structure, whatever the format. May depend on the parsers
/// (PDFBox, Tika) and on `org.fumikura.rag`; knows nothing of passages, Lucene or models.
@NullMarked
package org.fumikura.rag.parse;

import org.jspecify.annotations.NullMarked;
