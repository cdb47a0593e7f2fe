/// The shape of the code as rules: which package may see what, and habits that no compiler checks.
/// Depends on ArchUnit and on the compiled classes and sources of every module.
///
/// Every rule has a canary: for classes a source under `src/canaries/architecture`, for sources a
/// text in the test.
@NullMarked
package org.fumikura.tests.architecture;

import org.jspecify.annotations.NullMarked;
