/// Tests of what the machine runs on.
@NullMarked
package org.fumikura.app.power;

import org.jspecify.annotations.NullMarked;
