package org.fumikura.rag.answer;

/// How answers are made.
///
/// @param passages how many passages are retrieved and shown with the answer
/// @param evidenceTokens tokens of evidence the model reads, all passages together
/// @param passageTokens tokens of evidence taken from one passage at the most
/// @param contextTokens the model's whole context
/// @param answerTokens how long an answer may become
public record AnswerSettings(
        int passages, int evidenceTokens, int passageTokens, int contextTokens, int answerTokens) {
    /// For a small model on a laptop without a GPU.
    public static final AnswerSettings LAPTOP = new AnswerSettings(8, 520, 240, 4096, 320);

    public AnswerSettings {
        if (evidenceTokens + answerTokens >= contextTokens) {
            throw new IllegalArgumentException("evidence and answer must fit the context");
        }
    }

    /// Room for the whole prompt: what the answer leaves of the context.
    int promptTokens() {
        return contextTokens - answerTokens;
    }
}
