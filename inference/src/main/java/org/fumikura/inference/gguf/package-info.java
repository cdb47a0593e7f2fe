/// The GGUF file format, as far as this program needs it: reading the header of a model's file, and
/// writing a small model's file. Depends on `org.fumikura.inference` only.
@NullMarked
package org.fumikura.inference.gguf;

import org.jspecify.annotations.NullMarked;
