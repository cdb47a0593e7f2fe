/// Tests of `app.window` with what the window works with in memory.
@NullMarked
package org.fumikura.app.window;

import org.jspecify.annotations.NullMarked;
