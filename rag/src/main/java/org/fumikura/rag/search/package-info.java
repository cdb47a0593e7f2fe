/// A search as a person makes it: what was typed is read, kept to files, looked for, and shown with
/// snippets; and where nothing is found, why. Depends on `rag.query`, `rag.library`, `rag.retrieve`
/// and `rag.answer`.
@NullMarked
package org.fumikura.rag.search;

import org.jspecify.annotations.NullMarked;
