/// A person's notes, and how a sentence in them might go on according to the documents. Depends on
/// `rag.search`, on the grounded writing of `rag.answer` and on the library's database.
@NullMarked
package org.fumikura.rag.note;

import org.jspecify.annotations.NullMarked;
