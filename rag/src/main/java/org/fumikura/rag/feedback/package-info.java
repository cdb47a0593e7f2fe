/// What a person thinks of answers, kept on this machine, and written out for training. Depends on
/// `rag.answer` values, on `rag.chat` and on the library's database.
@NullMarked
package org.fumikura.rag.feedback;

import org.jspecify.annotations.NullMarked;
