/// Conversations and their turns, kept the moment they happen. Depends on `rag.answer` values and
/// on the library's database.
@NullMarked
package org.fumikura.rag.chat;

import org.jspecify.annotations.NullMarked;
