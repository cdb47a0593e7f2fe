/// A canary: one bad line that a gate must refuse.
@NullMarked
package org.fumikura.canary;

import org.jspecify.annotations.NullMarked;
