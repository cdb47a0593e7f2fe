/// Measuring retrieval and answers on judged sets. Depends on the rest of `rag`; nothing depends on
/// it but the app.
@NullMarked
package org.fumikura.rag.eval;

import org.jspecify.annotations.NullMarked;
