/// Parsing, and drawing pages, in processes of its own: a file that hangs, eats memory or crashes
/// its parser costs that file alone. Depends on `rag.parse` and Jackson; beside `Tesseract`, which
/// runs inside them, the only one of `rag` that starts processes.
@NullMarked
package org.fumikura.rag.parse.process;

import org.jspecify.annotations.NullMarked;
