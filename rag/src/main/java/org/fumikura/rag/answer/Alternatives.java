package org.fumikura.rag.answer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fumikura.rag.index.SearchText;

/// The two that a question asks to choose from: "Which is cheaper, A or B?", 「AとBのどちら…」.
///
/// @param one as the question says it
/// @param other the same
record Alternatives(String one, String other) {
    private static final int LONGEST_LINE = 80;

    private static final Pattern ASKS_WHICH =
            Pattern.compile("\\b(?:which|who)\\b|どちら|どっち", Pattern.CASE_INSENSITIVE);

    /// "Which is cheaper, A or B?", "Of A and B, which is cheaper?"; not "A, B or C".
    private static final Pattern ENGLISH =
            Pattern.compile(
                    "(?:^|,)[^,:?]*\\b(?:which|who)\\b[^,:?]*[,:]\\s*(?<one>[^,:?]+?),?\\s+or\\s+(?<other>[^,:?]+?)\\s*(?:[,?]|$)"
                            + "|\\b(?:between|of)\\s+(?<first>[^,:?]+?)\\s+and\\s+(?<second>[^,:?]+?),\\s*(?:which|who)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final String NAME = "『[^』]+』|「[^」]+」|[^、。はが]+?";

    private static final Pattern JAPANESE =
            Pattern.compile(
                    "(?<one>NAME)と(?!し[てた]|も)(?<other>NAME)".replace("NAME", NAME)
                            + "(?:と(?:、|(?=どちら|どっち))|を(?:比べる|比較する)と|の(?:うち|なか|中)で?、?|とでは、?|では、?|で、|は、?|、(?![^、。]+の(?:うち|なか|中))|の(?=どちら|どっち)|(?=どちら|どっち))");

    /// "Of the two kinds" before the first: 「魚の中で雄と雌の…」.
    private static final Pattern AMONG = Pattern.compile("^.*(?:中で|なかで|うち|では)");

    /// Those of `question`; empty if it offers none, or not just two.
    static Optional<Alternatives> of(String question) {
        String asked = question.strip();
        if (!ASKS_WHICH.matcher(asked).find()) {
            return Optional.empty();
        }
        return switch (Language.of(asked)) {
            case ENGLISH -> english(ENGLISH.matcher(asked));
            case JAPANESE -> japanese(JAPANESE.matcher(asked));
        };
    }

    private static Optional<Alternatives> english(Matcher two) {
        if (!two.find()) {
            return Optional.empty();
        }
        return two.group("one") == null
                ? different(two.group("first"), two.group("second"))
                : different(two.group("one"), two.group("other"));
    }

    private static Optional<Alternatives> japanese(Matcher two) {
        return two.find()
                ? different(AMONG.matcher(two.group("one")).replaceFirst(""), two.group("other"))
                : Optional.empty();
    }

    private static Optional<Alternatives> different(String one, String other) {
        String name = SearchText.essence(one);
        return name.isEmpty() || name.equals(SearchText.essence(other))
                ? Optional.empty()
                : Optional.of(new Alternatives(one.strip(), other.strip()));
    }

    List<String> both() {
        return List.of(one, other);
    }

    /// Whether `text` names one of them and not the other, and so chooses.
    boolean areChosenFrom(String text) {
        return isIn(one, text) != isIn(other, text);
    }

    /// The one that `text` chooses, if it has it letter by letter.
    Optional<String> namedIn(String text) {
        return areChosenFrom(text)
                ? both().stream().filter(text::contains).findFirst()
                : Optional.empty();
    }

    /// Whether two texts that choose from them choose the same.
    boolean areAlikeIn(String text, String another) {
        return isIn(one, text) == isIn(one, another);
    }

    private static boolean isIn(String name, String text) {
        return Wording.of(name).standsIn(text);
    }

    /// A grammar of a line for each, which begins with its name.
    String linesOfEach() {
        String line = " [^\\n]{1," + LONGEST_LINE + "} ";
        return "root ::= "
                + Gbnf.literal(one + ": ")
                + line
                + Gbnf.literal("\n" + other + ": ")
                + line
                + Gbnf.literal("\n")
                + "\n";
    }

    /// What `lines` say of each, in their order; empty unless there is a line for each.
    Optional<List<String>> saidIn(String lines) {
        List<String> said =
                both().stream()
                        .flatMap(name -> lines.lines().flatMap(line -> after(name, line)))
                        .toList();
        return said.size() == 2 ? Optional.of(said) : Optional.empty();
    }

    private static Stream<String> after(String name, String line) {
        return line.startsWith(name + ":")
                ? Stream.of(line.substring(name.length() + 1).strip())
                : Stream.empty();
    }

    /// A grammar of the two.
    String grammar() {
        return "root ::= " + Gbnf.literal(one) + " | " + Gbnf.literal(other) + "\n";
    }
}
