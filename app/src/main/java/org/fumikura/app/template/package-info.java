/// Templates of questions that a person saves, with variables, and the forms that fill them in. The
/// command line and the window share them. Depends on the library's settings and on `app.fx`.
@NullMarked
package org.fumikura.app.template;

import org.jspecify.annotations.NullMarked;
