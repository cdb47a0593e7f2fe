/// A connection from the other package that may open one.
@NullMarked
package org.fumikura.inference.remote;

import org.jspecify.annotations.NullMarked;
