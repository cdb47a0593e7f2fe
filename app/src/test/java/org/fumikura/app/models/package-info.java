/// Tests of `app.models` with what the window works with in memory.
@NullMarked
package org.fumikura.app.models;

import org.jspecify.annotations.NullMarked;
