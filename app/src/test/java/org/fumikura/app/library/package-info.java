/// Tests of `app.library` with what the window works with in memory.
@NullMarked
package org.fumikura.app.library;

import org.jspecify.annotations.NullMarked;
