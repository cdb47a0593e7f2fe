@NullMarked
package org.fumikura.app.text;

import org.jspecify.annotations.NullMarked;
