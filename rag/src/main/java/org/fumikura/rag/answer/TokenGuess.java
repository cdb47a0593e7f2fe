package org.fumikura.rag.answer;

/// How many tokens a text may be, without asking the model: for choosing evidence, where being
/// right within a fifth is enough. The prompt itself is counted with the model's tokenizer.
final class TokenGuess {
    private static final double PER_CJK_CHARACTER = 0.8;
    private static final double PER_OTHER_CHARACTER = 0.27;

    private TokenGuess() {}

    static int of(String text) {
        double tokens = 0;
        for (int i = 0; i < text.length(); i++) {
            tokens += text.charAt(i) >= 0x2e80 ? PER_CJK_CHARACTER : PER_OTHER_CHARACTER;
        }
        return (int) Math.ceil(tokens);
    }
}
