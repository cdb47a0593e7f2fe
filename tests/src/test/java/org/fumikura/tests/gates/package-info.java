/// The build's gates, seen to close: each has a canary that it must refuse. Depends on JUnit and on
/// the machine's Maven; on no module.
@NullMarked
package org.fumikura.tests.gates;

import org.jspecify.annotations.NullMarked;
