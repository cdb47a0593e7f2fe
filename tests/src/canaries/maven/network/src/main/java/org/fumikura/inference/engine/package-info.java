/// A canary: a connection from a package that must not open one.
@NullMarked
package org.fumikura.inference.engine;

import org.jspecify.annotations.NullMarked;
