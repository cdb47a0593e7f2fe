/// Tests of tasks as they are typed and shown.
@NullMarked
package org.fumikura.app.task;

import org.jspecify.annotations.NullMarked;
