/// Tests of what is kept of conversations, with a small real model.
@NullMarked
package org.fumikura.inference.memory;

import org.jspecify.annotations.NullMarked;
