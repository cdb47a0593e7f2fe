/// Tests of reading and writing GGUF files.
@NullMarked
package org.fumikura.inference.gguf;

import org.jspecify.annotations.NullMarked;
