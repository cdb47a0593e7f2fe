/// Two answers to one question side by side, without saying whose they are, and which of them the
/// person prefers. Depends on `app.chat`'s answer view, on `app.models` and `app.settings`, and on
/// `rag.feedback`.
@NullMarked
package org.fumikura.app.compare;

import org.jspecify.annotations.NullMarked;
