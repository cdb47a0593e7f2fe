/// Tests of the texts, fonts and sample documents.
@NullMarked
package org.fumikura.ui;

import org.jspecify.annotations.NullMarked;
