package org.fumikura.rag.answer;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.fumikura.rag.index.ContentTerms;

/// Lets the model make a question that stands alone of one that leans on the turns before it, and
/// checks what it made: nothing of the question may be lost, and nothing may come in that was not
/// said before.
///
/// @param terms tells what words are about
record Rewriting(ContentTerms terms) {
    /// How long the new question may become, in tokens.
    static final int TOKENS = 80;

    private static final int TURNS = 2;
    private static final int LONGEST_REPLY = 200;

    /// Words that a rewriting may bring in: "the number of", "について".
    private static final int FREE_WORDS = 1;

    /// How much of the question's own words must be kept: "And", "what about" go.
    private static final double KEPT = 0.5;

    /// What a model is to be told.
    List<ChatMessage> messages(Question question) {
        boolean japanese = Language.of(question.words()) == Language.JAPANESE;
        var messages = new ArrayList<ChatMessage>();
        if (japanese) {
            messages.add(
                    SystemMessage.from(
                            "会話の最後の質問を、それだけで意味が通じる質問に書き直します。名前や数字は変えず、書き直した質問だけを一文で書いてください。"));
            example(messages, "令和4年度の来館者は何人ですか。", "1万2千人です。", "では令和5年度は？", "令和5年度の来館者は何人ですか。");
            example(messages, "川島橋を設計したのは誰ですか。", "田中一郎です。", "それはいつ完成しましたか。", "川島橋はいつ完成しましたか。");
        } else {
            messages.add(
                    SystemMessage.from(
                            "Rewrite the last question of the conversation so that it can be understood alone. Change no names and no numbers. Write only the rewritten question."));
            example(
                    messages,
                    "How many visitors did the museum have in 2021?",
                    "It had 12,000 visitors.",
                    "And in 2022?",
                    "How many visitors did the museum have in 2022?");
            example(
                    messages,
                    "Who designed the Lune bridge?",
                    "Ada Brown designed it.",
                    "When was it finished?",
                    "When was the Lune bridge finished?");
        }
        List<Exchange> history = question.history();
        var said = new StringBuilder();
        for (Exchange turn : history.subList(Math.max(0, history.size() - TURNS), history.size())) {
            said.append(turn(turn.question(), shortened(turn.reply())));
        }
        messages.add(UserMessage.from(said + last(question.words())));
        return messages;
    }

    /// The question that stands alone; empty if what the model made of it does not hold.
    ///
    /// @param model from messages to the reply; empty if it has none
    Optional<String> rewrite(
            Question question, Function<List<ChatMessage>, Optional<String>> model) {
        return model.apply(messages(question)).map(clean()).filter(made -> holds(made, question));
    }

    private static UnaryOperator<String> clean() {
        return reply ->
                reply.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .orElse("")
                        .replaceFirst("^(?:Rewritten question|Question|書き直した質問|質問)\\s*[:：]\\s*", "")
                        .replaceAll("^[\"「『]|[\"」』]$", "");
    }

    /// Whether `made` asks what `question` asks, with words from earlier turns and no others.
    boolean holds(String made, Question question) {
        String asked = question.words();
        StringBuilder earlier = new StringBuilder();
        question.history()
                .forEach(turn ->
                        earlier.append(turn.question())
                                .append('\n')
                                .append(turn.reply())
                                .append('\n'));
        if (made.isBlank()
                || Language.of(made) != Language.of(asked)
                || made.length() > asked.length() + longest(question.history()) + 40) {
            return false;
        }
        String known = asked + "\n" + earlier;
        boolean nothingMadeUp =
                Numbers.in(known).containsAll(Numbers.in(made))
                        && Names.in(made).stream().allMatch(name -> Names.mentions(known, name));
        boolean nothingDropped =
                Numbers.in(made).containsAll(Numbers.in(asked))
                        && Names.in(asked).stream().allMatch(name -> Names.mentions(made, name));
        return nothingMadeUp && nothingDropped && wordsHold(made, asked, earlier.toString());
    }

    private boolean wordsHold(String made, String asked, String earlier) {
        Set<String> own = terms.of(asked);
        Set<String> before = terms.of(earlier);
        Set<String> now = terms.of(made);
        long fresh = now.stream().filter(t -> !own.contains(t) && !before.contains(t)).count();
        long kept = own.stream().filter(now::contains).count();
        var taken = new HashSet<>(now);
        taken.removeAll(own);
        taken.retainAll(before);
        return fresh <= FREE_WORDS && kept >= KEPT * own.size() && !taken.isEmpty();
    }

    private static int longest(List<Exchange> history) {
        return history.stream().mapToInt(turn -> turn.question().length()).max().orElse(0);
    }

    private static void example(
            List<ChatMessage> messages, String question, String reply, String next, String made) {
        messages.add(UserMessage.from(turn(question, reply) + last(next)));
        messages.add(AiMessage.from(made));
    }

    private static String turn(String question, String reply) {
        return "Q: " + Quotation.of(question) + "\nA: " + Quotation.of(reply) + "\n";
    }

    private static String last(String question) {
        return "Q: " + Quotation.of(question);
    }

    private static String shortened(String reply) {
        String line = reply.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_REPLY ? line : line.substring(0, LONGEST_REPLY);
    }
}
