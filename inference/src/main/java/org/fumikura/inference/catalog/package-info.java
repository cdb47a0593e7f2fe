/// The models Fumikura knows: what they are, where they come from, and how they get into the models
/// folder whole. The catalogue itself is a data file, `catalog.json`.
///
/// The only package of this module that opens network connections, and only in
/// [org.fumikura.inference.catalog.ModelDownloader], which a person starts. It may depend on
/// `org.fumikura.inference`, `inference.gguf` and Jackson; nothing of the engine.
@NullMarked
package org.fumikura.inference.catalog;

import org.jspecify.annotations.NullMarked;
