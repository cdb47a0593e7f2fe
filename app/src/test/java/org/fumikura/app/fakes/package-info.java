/// What the window works with, in memory and under a test's control.
@NullMarked
package org.fumikura.app.fakes;

import org.jspecify.annotations.NullMarked;
