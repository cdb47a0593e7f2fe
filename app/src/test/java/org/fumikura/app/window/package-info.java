@NullMarked
package org.fumikura.app.window;

import org.jspecify.annotations.NullMarked;
