/// Tasks on whole documents: summaries and comparisons with checked citations, translation, tables
/// and named values, labels, outlines, rewriting, program code. A document is read in parts that
/// fit the model, from its stored text. Depends on `rag.answer` for writing and checking, on
/// `rag.library` and `rag.parse` for documents and their structure, on `rag.chunk`; knows no model
/// runtime.
@NullMarked
package org.fumikura.rag.task;

import org.jspecify.annotations.NullMarked;
