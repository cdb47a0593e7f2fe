/// Tests of `app.chat` with what the window works with in memory.
@NullMarked
package org.fumikura.app.chat;

import org.jspecify.annotations.NullMarked;
