@NullMarked
package org.fumikura.inference.fit;

import org.jspecify.annotations.NullMarked;
