/// What a person thinks of answers and of what search finds, kept on this machine, and answers
/// written out for training. Depends on `rag.answer` values, on `rag.chat` and on the library's
/// database.
@NullMarked
package org.fumikura.rag.feedback;

import org.jspecify.annotations.NullMarked;
