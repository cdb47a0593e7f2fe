/// Tests of the door.
@NullMarked
package org.fumikura.app.door;

import org.jspecify.annotations.NullMarked;
