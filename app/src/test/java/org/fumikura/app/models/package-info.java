@NullMarked
package org.fumikura.app.models;

import org.jspecify.annotations.NullMarked;
