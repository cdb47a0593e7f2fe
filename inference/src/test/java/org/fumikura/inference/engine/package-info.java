/// Tests of the worker and the models in it, with small real models.
@NullMarked
package org.fumikura.inference.engine;

import org.jspecify.annotations.NullMarked;
