/// Tests of [org.fumikura.inference.thinking]: streams cut everywhere.
@NullMarked
package org.fumikura.inference.thinking;

import org.jspecify.annotations.NullMarked;
