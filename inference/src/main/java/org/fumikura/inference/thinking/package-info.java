/// The thoughts that some models write before they answer, kept apart from the answer. Every stream
/// of a chat model, from this machine or another, passes through [ThoughtsApart]. Depends on
/// nothing but langchain4j's types.
@NullMarked
package org.fumikura.inference.thinking;

import org.jspecify.annotations.NullMarked;
