/// Evidence to a checked answer: prompt, generation, sentence by sentence attribution, abstention.
/// Depends on `rag.retrieve`, on langchain4j's chat model and token counter, on ICU for numbers in
/// words, and on `org.fumikura.rag`; knows no model runtime.
@NullMarked
package org.fumikura.rag.answer;

import org.jspecify.annotations.NullMarked;
