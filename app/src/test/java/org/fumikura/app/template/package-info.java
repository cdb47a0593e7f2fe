/// Tests of [org.fumikura.app.template].
@NullMarked
package org.fumikura.app.template;

import org.jspecify.annotations.NullMarked;
