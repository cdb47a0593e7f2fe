@NullMarked
package org.fumikura.app.search;

import org.jspecify.annotations.NullMarked;
