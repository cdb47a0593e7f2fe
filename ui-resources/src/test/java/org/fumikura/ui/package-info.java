@NullMarked
package org.fumikura.ui;

import org.jspecify.annotations.NullMarked;
