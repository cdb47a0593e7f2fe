/// The person's own questions: which page was the right one, and which way of searching finds it.
/// Depends on `app.fx`, `app.text`, `rag.feedback`, `rag.eval` and `ui-resources`. View models hold
/// no nodes.
@NullMarked
package org.fumikura.app.questions;

import org.jspecify.annotations.NullMarked;
