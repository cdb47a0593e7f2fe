/// The models the window needs, what state they are in, and getting them. Depends on `app.fx`,
/// `app.text` and `ui-resources`; knows models only through [org.fumikura.app.models.ModelSetup].
@NullMarked
package org.fumikura.app.models;

import org.jspecify.annotations.NullMarked;
