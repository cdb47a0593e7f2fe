/// Tests of answering, from evidence to checked sentences.
@NullMarked
package org.fumikura.rag.answer;

import org.jspecify.annotations.NullMarked;
