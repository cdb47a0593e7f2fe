/// The window on the headless platform, over a real library.
@NullMarked
package org.fumikura.tests.ui;

import org.jspecify.annotations.NullMarked;
