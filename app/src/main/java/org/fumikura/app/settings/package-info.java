/// What a person chose about the application itself: language, light or dark, where the window was.
/// Depends on `app.feedback`, `app.fx`, `rag.library` (for `Settings`) and `ui-resources`.
@NullMarked
package org.fumikura.app.settings;

import org.jspecify.annotations.NullMarked;
