/// What all views share: the way onto the FX thread, selectable text, icon buttons. The only
/// package that touches `Platform`. Depends on JavaFX, AtlantaFX, Ikonli and `ui-resources`.
@NullMarked
package org.fumikura.app.fx;

import org.jspecify.annotations.NullMarked;
