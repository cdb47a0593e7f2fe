/// Tests of the conversations kept.
@NullMarked
package org.fumikura.rag.chat;

import org.jspecify.annotations.NullMarked;
