/// How fast this machine is: the models, taking files in, and searching. Measures the real parts,
/// in a temporary folder. Depends on `app.models` for the models, on `rag` and langchain4j for the
/// rest, on Jackson for the names of the figures, and on no other package of `app`.
@NullMarked
package org.fumikura.app.bench;

import org.jspecify.annotations.NullMarked;
