/// What the user interface is made of besides code: texts in English and Japanese, style sheet,
/// fonts, icon and sample documents. Depends on nothing but the JDK.
@NullMarked
package org.fumikura.ui;

import org.jspecify.annotations.NullMarked;
