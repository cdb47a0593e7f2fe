/// The start of the program and the one place where retrieval, inference and the window are joined
/// ([org.fumikura.app.Composition]). May depend on every module.
@NullMarked
package org.fumikura.app;

import org.jspecify.annotations.NullMarked;
