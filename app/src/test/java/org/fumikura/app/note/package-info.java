/// Tests of [org.fumikura.app.note].
@NullMarked
package org.fumikura.app.note;

import org.jspecify.annotations.NullMarked;
