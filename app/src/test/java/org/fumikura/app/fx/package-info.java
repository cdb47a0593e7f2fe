@NullMarked
package org.fumikura.app.fx;

import org.jspecify.annotations.NullMarked;
