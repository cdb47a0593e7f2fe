/// What the machine runs on. Depends on OSHI and on nothing else.
@NullMarked
package org.fumikura.app.power;

import org.jspecify.annotations.NullMarked;
