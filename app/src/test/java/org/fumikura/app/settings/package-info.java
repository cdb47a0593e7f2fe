/// Tests of `app.settings` with what the window works with in memory.
@NullMarked
package org.fumikura.app.settings;

import org.jspecify.annotations.NullMarked;
