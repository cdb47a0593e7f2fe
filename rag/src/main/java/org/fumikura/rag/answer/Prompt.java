package org.fumikura.rag.answer;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.TokenCountEstimator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the model is sent: instructions, the conversation so far as it was sent before, then
/// evidence, and the question last. So a follow-up begins with what the model has already read.
/// Evidence is quoted: what in it speaks to the model is left out, and so are the signs of chat
/// templates.
///
/// @param messages in order
/// @param user the text of the last message, kept for the next follow-up
/// @param evidence the part of it before the question
record Prompt(List<ChatMessage> messages, String user, String evidence) {
    /// How a model that finds a sentence borne out begins its reply to [#check].
    static final String YES = "Yes";

    /// How one that does not begins it.
    static final String NO = "No";

    private static final String CHECK_STATEMENT =
            "Do the passages show that the statement is true? Answer Yes or No.";
    private static final String CHECK_ANSWER =
            "Do the passages show that this answer is true? Answer Yes or No.";
    private static final String CHECK_QUESTION =
            "Do the passages contain the answer to this question? Answer Yes or No.";

    Prompt {
        messages = List.copyOf(messages);
    }

    /// Writes the prompt; the oldest exchanges are left out, then the last evidence, until it fits.
    ///
    /// @param limit tokens for the whole prompt
    static Prompt write(
            Question question,
            Language language,
            List<EvidencePassage> evidence,
            TokenCountEstimator tokens,
            int limit) {
        PromptWording wording = PromptWording.of(language, question.manner().grounding());
        List<Exchange> history = question.history();
        List<EvidencePassage> shown = evidence;
        while (true) {
            Prompt prompt =
                    assemble(
                            wording,
                            history,
                            shown,
                            question.words() + reminder(wording, language, question, shown));
            boolean fits = tokens.estimateTokenCountInMessages(prompt.messages) <= limit;
            if (fits || (history.isEmpty() && shown.size() <= 1)) {
                return prompt;
            }
            if (history.isEmpty()) {
                shown = shown.subList(0, shown.size() - 1);
            } else {
                history = history.subList(1, history.size());
            }
        }
    }

    /// The prompt that has something written from `evidence`, all of it.
    static Prompt assign(Assignment assignment, List<EvidencePassage> evidence) {
        PromptWording usual = PromptWording.of(assignment.language(), Grounding.STRICT);
        var wording =
                new PromptWording(
                        assignment.system(),
                        usual.evidence(),
                        usual.page(),
                        "",
                        usual.refusal(),
                        usual.reminder(),
                        usual.insistence(),
                        usual.shortening(),
                        usual.choosing(),
                        usual.stating());
        return assemble(wording, List.of(), evidence, assignment.request());
    }

    /// The same conversation with another last question: whether the passages bear a sentence out.
    /// It begins as this prompt does, so a model that has read this one reads little more. The
    /// question is put in English whatever the passages are in: small models judge Japanese
    /// passages better so, and in half the tokens.
    ///
    /// @param question what the sentence answers; blank if nothing was asked
    List<ChatMessage> check(Language language, String question, String sentence) {
        String claim =
                question.isBlank()
                        ? "Statement: " + Quotation.of(sentence.strip()) + "\n" + CHECK_STATEMENT
                        : asked(language, question)
                                + "\nAnswer: "
                                + Quotation.of(sentence.strip())
                                + "\n"
                                + CHECK_ANSWER;
        return ending(claim);
    }

    /// The same conversation with another last question: whether the passages answer `question`.
    List<ChatMessage> checkAnswerable(Language language, String question) {
        return ending(asked(language, question) + "\n" + CHECK_QUESTION);
    }

    /// The same question once more, with word that the passages do answer it.
    List<ChatMessage> insist(Language language, String question) {
        PromptWording wording = PromptWording.of(language, Grounding.STRICT);
        return ending(asked(language, question) + "\n" + wording.insistence());
    }

    /// The same question and `sentence`, which answers it: asks for the words of it that were asked
    /// for.
    List<ChatMessage> shorten(Language language, String question, String sentence) {
        PromptWording wording = PromptWording.of(language, Grounding.STRICT);
        return ending(
                asked(language, question)
                        + "\n"
                        + String.format(Locale.ROOT, wording.shortening(), Quotation.of(sentence)));
    }

    /// The same question, to be answered with one of the two that it offers.
    List<ChatMessage> choose(Language language, String question, Alternatives offered) {
        PromptWording wording = PromptWording.of(language, Grounding.STRICT);
        return ending(
                asked(language, question)
                        + "\n"
                        + String.format(
                                Locale.ROOT,
                                wording.choosing(),
                                Quotation.of(offered.one()),
                                Quotation.of(offered.other())));
    }

    /// The same question, for what it compares, of each that it names.
    List<ChatMessage> state(Language language, String question) {
        PromptWording wording = PromptWording.of(language, Grounding.STRICT);
        return ending(asked(language, question) + "\n" + wording.stating());
    }

    private static String asked(Language language, String question) {
        return PromptWording.of(language, Grounding.STRICT).question()
                + Quotation.of(question.strip());
    }

    private List<ChatMessage> ending(String last) {
        var ending = new ArrayList<>(messages.subList(0, messages.size() - 1));
        ending.add(UserMessage.from(evidence + last));
        return ending;
    }

    /// Where question or passages are in another language than the answer is to be, small models
    /// follow them rather than the instructions.
    private static String reminder(
            PromptWording wording,
            Language language,
            Question question,
            List<EvidencePassage> evidence) {
        boolean mixed =
                Language.of(question.words()) != language
                        || evidence.stream().anyMatch(p -> Language.of(p.shown()) != language);
        return mixed ? "\n" + wording.reminder() : "";
    }

    private static Prompt assemble(
            PromptWording wording,
            List<Exchange> history,
            List<EvidencePassage> evidence,
            String question) {
        var messages = new ArrayList<ChatMessage>();
        messages.add(SystemMessage.from(wording.system()));
        for (Exchange exchange : history) {
            messages.add(UserMessage.from(exchange.prompt()));
            messages.add(AiMessage.from(exchange.reply()));
        }
        String passages = passages(wording, evidence);
        String user = passages + wording.question() + Quotation.of(question.strip());
        messages.add(UserMessage.from(user));
        return new Prompt(messages, user, passages);
    }

    /// Where a passage is, as a person would say it; a document without a title goes by its page.
    private static String place(PromptWording wording, EvidencePassage passage) {
        int page = passage.passage().page();
        var parts =
                Stream.of(
                        Quotation.name(passage.hit().source().title()),
                        String.format(Locale.ROOT, wording.page(), page),
                        passage.headings().isEmpty()
                                ? ""
                                : Quotation.name(passage.headings().getLast()));
        return parts.filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
    }

    private static String passages(PromptWording wording, List<EvidencePassage> evidence) {
        if (evidence.isEmpty()) {
            return "";
        }
        var text = new StringBuilder(wording.evidence()).append('\n');
        for (int i = 0; i < evidence.size(); i++) {
            EvidencePassage passage = evidence.get(i);
            text.append('[').append(passage.number()).append("] ");
            // One that reads on from the one before it is not named again.
            if (i == 0 || !passage.readsOnFrom(evidence.get(i - 1))) {
                text.append(place(wording, passage)).append('\n');
            }
            text.append(Quotation.withoutInstructions(passage.shown().strip()));
            text.append("\n\n");
        }
        return text.toString();
    }
}
