@NullMarked
package org.fumikura.app.settings;

import org.jspecify.annotations.NullMarked;
