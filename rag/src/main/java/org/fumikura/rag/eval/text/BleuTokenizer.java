package org.fumikura.rag.eval.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How BLEU cuts text into tokens: sacrebleu's tokenizers of the same names.
///
/// Source: M. Post, "A Call for Clarity in Reporting BLEU Scores", WMT 2018; `13a` is NIST's
/// mteval-v13a.
public enum BleuTokenizer {
    /// Western languages, as WMT scores them.
    WESTERN("13a") {
        @Override
        List<String> tokens(String text) {
            String plain =
                    text.replace("<skipped>", "")
                            .replace("&quot;", "\"")
                            .replace("&amp;", "&")
                            .replace("&lt;", "<")
                            .replace("&gt;", ">");
            return split(separatePunctuation(" " + plain + " "));
        }
    },
    /// Each Han character by itself, the rest as in `13a`; kana stay together.
    HAN("zh") {
        @Override
        List<String> tokens(String text) {
            return split(
                    separatePunctuation(HAN_CHARACTER.matcher(text.strip()).replaceAll(" $0 ")));
        }
    },
    /// Each character by itself.
    CHARACTERS("char") {
        @Override
        List<String> tokens(String text) {
            return text.codePoints()
                    .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                    .mapToObj(Character::toString)
                    .toList();
        }
    },
    /// What white space separates, for text that is tokenized already.
    SPACES("none") {
        @Override
        List<String> tokens(String text) {
            return split(text);
        }
    };

    private static final Pattern SPACE = Pattern.compile("(?U)\\s+");
    private static final Pattern PUNCTUATION = Pattern.compile("([{-~\\[-` -&(-+:-@/])");
    private static final Pattern AFTER_NON_DIGIT = Pattern.compile("([^0-9])([.,])");
    private static final Pattern BEFORE_NON_DIGIT = Pattern.compile("([.,])([^0-9])");
    private static final Pattern DASH = Pattern.compile("([0-9])(-)");

    /// The ranges of the reference program, its two slips included: it means planes 2 and 2F8 to
    /// 2FA, but compares with U+2000 and U+2F80.
    private static final Pattern HAN_CHARACTER =
            Pattern.compile(
                    "[\\u3400-\\u4db5\\u4e00-\\u9fbb\\uf900-\\ufa2d\\ufa30-\\ufa6a\\ufa70-\\ufad9"
                            + "\\u2001-\\u2a6d\\u2f81-\\u2fa1\\uff00-\\uffef\\u2e80-\\u2eff"
                            + "\\u3000-\\u303f\\u31c0-\\u31ef\\u2f00-\\u2fdf\\u2ff0-\\u2fff"
                            + "\\u3100-\\u312f\\u31a0-\\u31bf\\ufe10-\\ufe1f\\ufe30-\\ufe4f"
                            + "\\u2600-\\u26ff\\u2700-\\u27bf\\u3200-\\u32ff\\u3300-\\u33ff]");

    private final String label;

    BleuTokenizer(String label) {
        this.label = label;
    }

    /// sacrebleu's name for it.
    public String label() {
        return label;
    }

    /// The one with that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public static BleuTokenizer named(String label) {
        return Stream.of(values())
                .filter(tokenizer -> tokenizer.label.equals(label.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("13a, zh, char, none"));
    }

    abstract List<String> tokens(String text);

    private static String separatePunctuation(String text) {
        String separate = PUNCTUATION.matcher(text).replaceAll(" $1 ");
        separate = AFTER_NON_DIGIT.matcher(separate).replaceAll("$1 $2 ");
        separate = BEFORE_NON_DIGIT.matcher(separate).replaceAll(" $1 $2");
        return DASH.matcher(separate).replaceAll("$1 $2 ");
    }

    private static List<String> split(String text) {
        return SPACE.splitAsStream(text).filter(token -> !token.isEmpty()).toList();
    }
}
