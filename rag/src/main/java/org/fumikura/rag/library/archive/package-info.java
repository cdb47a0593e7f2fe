/// A library on its way to another machine: one file that holds it, written and taken in. Depends
/// on `rag.library` and Jackson.
@NullMarked
package org.fumikura.rag.library.archive;

import org.jspecify.annotations.NullMarked;
