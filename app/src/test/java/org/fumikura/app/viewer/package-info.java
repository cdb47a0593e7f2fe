/// Tests of `app.viewer` with what the window works with in memory.
@NullMarked
package org.fumikura.app.viewer;

import org.jspecify.annotations.NullMarked;
