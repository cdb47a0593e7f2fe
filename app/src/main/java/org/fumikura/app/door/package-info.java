/// The door of an open window: a socket of this machine, through which a second start of the
/// program hands over what it was started for. Depends on nothing else of the program.
@NullMarked
package org.fumikura.app.door;

import org.jspecify.annotations.NullMarked;
