/// The whole program without its window, on real files and small real models: from a file to a
/// checked answer, and what must hold when something on the way is missing or breaks.
@NullMarked
package org.fumikura.tests.endtoend;

import org.jspecify.annotations.NullMarked;
