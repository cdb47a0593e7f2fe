/// What an engine must stand for hours, in minutes. Not part of the suite: run it with `./fumikura
/// test -pl inference -am -Dgroups=soak -DexcludedGroups=`.
@NullMarked
package org.fumikura.inference.soak;

import org.jspecify.annotations.NullMarked;
