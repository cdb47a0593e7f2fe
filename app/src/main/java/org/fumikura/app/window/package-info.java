/// The main window: puts the parts (`app.chat`, `app.library`, `app.viewer`, `app.models`,
/// `app.settings`) side by side and joins them. Nothing but the start of the application depends on
/// it.
@NullMarked
package org.fumikura.app.window;

import org.jspecify.annotations.NullMarked;
