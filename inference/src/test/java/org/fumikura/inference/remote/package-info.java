@NullMarked
package org.fumikura.inference.remote;

import org.jspecify.annotations.NullMarked;
