/// Tests of the parsers, on files that the tests make.
@NullMarked
package org.fumikura.rag.parse;

import org.jspecify.annotations.NullMarked;
