/// What a chat model has read, kept on the disk: a conversation taken up again, or instructions
/// read before, cost milliseconds instead of a prefill. Depends on `inference.engine` and
/// langchain4j's messages.
@NullMarked
package org.fumikura.inference.memory;

import org.jspecify.annotations.NullMarked;
