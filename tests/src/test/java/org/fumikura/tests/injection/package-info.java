/// Documents that try to give the model orders, and what becomes of them.
@NullMarked
package org.fumikura.tests.injection;

import org.jspecify.annotations.NullMarked;
