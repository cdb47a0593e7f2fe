@NullMarked
package org.fumikura.app.viewer;

import org.jspecify.annotations.NullMarked;
