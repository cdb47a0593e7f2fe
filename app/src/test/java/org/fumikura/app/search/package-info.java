/// Tests of search as a person makes it.
@NullMarked
package org.fumikura.app.search;

import org.jspecify.annotations.NullMarked;
