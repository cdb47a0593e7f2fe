/// What the other canaries do wrong, done right: every gate must let it pass.
@NullMarked
package org.fumikura.canary;

import org.jspecify.annotations.NullMarked;
