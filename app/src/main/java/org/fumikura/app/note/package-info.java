/// Notes that a person writes beside their documents, and how the model proposes to go on with
/// them. Depends on `rag.note`, and on `app.viewer` for opening what was read.
@NullMarked
package org.fumikura.app.note;

import org.jspecify.annotations.NullMarked;
