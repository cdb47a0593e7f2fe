/// Tests of the catalogue, the models folder and the downloads, against local servers and wheels.
@NullMarked
package org.fumikura.inference.catalog;

import org.jspecify.annotations.NullMarked;
