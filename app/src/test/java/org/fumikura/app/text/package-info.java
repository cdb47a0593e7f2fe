/// Tests of `app.text` with what the window works with in memory.
@NullMarked
package org.fumikura.app.text;

import org.jspecify.annotations.NullMarked;
