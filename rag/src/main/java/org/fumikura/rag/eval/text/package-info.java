/// Scores of texts against reference texts: BLEU, ROUGE, chrF, F1, exact matches. Depends on
/// `org.fumikura.rag` only.
@NullMarked
package org.fumikura.rag.eval.text;

import org.jspecify.annotations.NullMarked;
