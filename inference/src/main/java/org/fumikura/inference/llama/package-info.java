/// The java-llama.cpp runtime, and the only package that imports `de.kherud.llama`. It runs inside
/// a worker process and nowhere else: the binding prints, hangs on close and can crash.
///
/// What is known of java-llama.cpp 4.2.0 and obeyed here: no logger callback is ever set (close
/// then hangs); nothing is ever closed (the process ends instead); no log-probabilities are asked
/// for (the binding reads a field that llama.cpp no longer writes, and aborts); `cancel` is called
/// on the engine thread between tokens, never during a receive, which would then wait for ever;
/// jinja stays off, because that renderer drops a first special token which the tokenizer does not
/// add again.
///
/// May depend on `inference.engine`'s runtime interfaces, `inference.gguf` and the binding.
@NullMarked
package org.fumikura.inference.llama;

import org.jspecify.annotations.NullMarked;
