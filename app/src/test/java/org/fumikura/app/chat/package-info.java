@NullMarked
package org.fumikura.app.chat;

import org.jspecify.annotations.NullMarked;
