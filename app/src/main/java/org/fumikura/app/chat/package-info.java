/// Conversations: the list of them, questions and answers, and the field to ask in. Depends on
/// `app.feedback`, `app.fx`, `app.questions`, `app.text`, `app.viewer` (for places to open),
/// `rag.answer`, `rag.chat` and `ui-resources`.
@NullMarked
package org.fumikura.app.chat;

import org.jspecify.annotations.NullMarked;
