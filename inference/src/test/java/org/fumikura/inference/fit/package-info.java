/// Tests of [org.fumikura.inference.fit]: needs computed from known networks, and the machine the
/// tests run on.
@NullMarked
package org.fumikura.inference.fit;

import org.jspecify.annotations.NullMarked;
