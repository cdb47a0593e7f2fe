/// The library panel: every file with its state, adding, removing, trying again. Depends on
/// `app.fx`, `app.text`, `rag.library` and `ui-resources`.
@NullMarked
package org.fumikura.app.library;

import org.jspecify.annotations.NullMarked;
