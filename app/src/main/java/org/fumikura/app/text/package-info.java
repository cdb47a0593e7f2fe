/// Values of the library modules as sentences for a person: failures, problems of files, sizes.
/// Used by the window and by the command line. Depends on `rag`, `inference` and `ui-resources`.
@NullMarked
package org.fumikura.app.text;

import org.jspecify.annotations.NullMarked;
