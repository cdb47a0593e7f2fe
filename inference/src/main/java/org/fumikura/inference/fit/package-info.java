/// Whether a model fits a machine: how much memory it takes, and how much there is. Reads headers
/// and asks the operating system; loads nothing. Depends on `inference.gguf` only.
@NullMarked
package org.fumikura.inference.fit;

import org.jspecify.annotations.NullMarked;
