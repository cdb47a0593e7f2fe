/// The command line: a public contract that scripts and evaluations are built on. Depends on the
/// services that `app` composes, on `app.text` for words, on picocli and Jackson.
@NullMarked
package org.fumikura.app.cli;

import org.jspecify.annotations.NullMarked;
