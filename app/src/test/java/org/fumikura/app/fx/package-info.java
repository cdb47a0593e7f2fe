/// Tests of `app.fx` with what the window works with in memory.
@NullMarked
package org.fumikura.app.fx;

import org.jspecify.annotations.NullMarked;
