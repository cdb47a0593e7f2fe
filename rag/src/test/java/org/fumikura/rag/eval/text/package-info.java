/// Tests of the scores of texts, with figures from sacrebleu 2.6.0 and rouge-score 0.1.2.
@NullMarked
package org.fumikura.rag.eval.text;

import org.jspecify.annotations.NullMarked;
