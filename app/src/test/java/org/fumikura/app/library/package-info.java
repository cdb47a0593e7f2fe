@NullMarked
package org.fumikura.app.library;

import org.jspecify.annotations.NullMarked;
