/// Thumbs up and down on answers, and writing them out. Depends on `app.fx`, `app.text`,
/// `rag.feedback` and `ui-resources`.
@NullMarked
package org.fumikura.app.feedback;

import org.jspecify.annotations.NullMarked;
