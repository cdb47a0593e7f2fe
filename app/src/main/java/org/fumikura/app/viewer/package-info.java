/// The panel that shows where an answer comes from: a document's page with the passage marked.
/// Depends on `app.fx`, `app.text`, `rag` (documents, `Library`) and `ui-resources`.
@NullMarked
package org.fumikura.app.viewer;

import org.jspecify.annotations.NullMarked;
