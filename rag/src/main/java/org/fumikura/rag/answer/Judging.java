package org.fumikura.rag.answer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks again, with the model as judge, at the sentences of an answer that it has just written.
///
/// @param prompt what the model answered
record Judging(Judge judge, Prompt prompt, Language language, String question) {
    private static final Logger LOG = LoggerFactory.getLogger(Judging.class);

    /// What holds of `sentence`, for which its words gave `found`. A model that fails leaves it at
    /// that: the answer is written, and its words were checked.
    Attribution.Finding again(String sentence, Attribution.Finding found) {
        if (!Confidence.isOpen(language, found)) {
            return found;
        }
        try {
            return Confidence.decide(found, judge.supports(prompt, language, question, sentence));
        } catch (RuntimeException fault) {
            LOG.warn("a sentence was not judged: {}", fault.getClass().getSimpleName());
            return found;
        }
    }
}
