/// Tests of [org.fumikura.app.compare].
@NullMarked
package org.fumikura.app.compare;

import org.jspecify.annotations.NullMarked;
