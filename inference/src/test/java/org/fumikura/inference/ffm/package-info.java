/// Tests of what guards the native library, and of the parts around it that need none.
@NullMarked
package org.fumikura.inference.ffm;

import org.jspecify.annotations.NullMarked;
