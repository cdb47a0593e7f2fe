/// A connection from a package that may open one.
@NullMarked
package org.fumikura.inference.catalog;

import org.jspecify.annotations.NullMarked;
