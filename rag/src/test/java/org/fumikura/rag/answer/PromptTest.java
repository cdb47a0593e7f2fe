package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fumikura.rag.Scope;
import org.junit.jupiter.api.Test;

/// Golden files hold the whole prompt: a change of wording is a change of behaviour, and should be
/// seen and measured.
class PromptTest {
    private static final int PLENTY = 4000;

    @Test
    void theEnglishPromptIsTheGoldenOne() throws IOException {
        List<EvidencePassage> evidence =
                List.of(
                        shown(
                                1,
                                "Kettle manual",
                                List.of("Kettle", "Filling"),
                                "It holds 3.5 litres.\n"),
                        shown(2, "House rules", List.of(), "The kettle whistles at noon."));
        var question =
                new Question(
                        " How much does it hold? ",
                        Scope.EVERYTHING,
                        List.of(
                                new Exchange(
                                        "Is there a kettle?",
                                        "Question: Is there a kettle?",
                                        "Yes.")));
        assertEquals(golden("prompt-en.txt"), text(write(question, Language.ENGLISH, evidence)));
    }

    @Test
    void theJapanesePromptIsTheGoldenOne() throws IOException {
        List<EvidencePassage> evidence = List.of(shown(1, "池の手引き", List.of("鯉"), "鯉が十二匹います。"));
        var question = new Question("鯉は何匹いますか。", Scope.EVERYTHING, List.of());
        assertEquals(golden("prompt-ja.txt"), text(write(question, Language.JAPANESE, evidence)));
    }

    @Test
    void theOldestExchangesGoFirstThenTheLastEvidence() {
        List<EvidencePassage> evidence =
                List.of(
                        shown(1, "A", List.of(), "The first passage. ".repeat(20)),
                        shown(2, "B", List.of(), "The second passage. ".repeat(20)));
        var question =
                new Question(
                        "And then?",
                        Scope.EVERYTHING,
                        List.of(
                                new Exchange("a", "OLDEST ".repeat(50), "x"),
                                new Exchange("b", "NEWER ".repeat(50), "y")));
        var tokens = new TokenCount();
        int whole =
                tokens.estimateTokenCountInMessages(
                        write(question, Language.ENGLISH, evidence).messages());

        String shorter =
                text(Prompt.write(question, Language.ENGLISH, evidence, tokens, whole - 1));
        assertTrue(!shorter.contains("OLDEST") && shorter.contains("NEWER"), shorter);
        assertTrue(shorter.contains("second passage"));

        String shortest = text(Prompt.write(question, Language.ENGLISH, evidence, tokens, 1));
        assertTrue(!shortest.contains("NEWER") && !shortest.contains("second passage"), shortest);
        assertTrue(shortest.contains("first passage") && shortest.contains("And then?"));
    }

    @Test
    void aFollowUpBeginsAsThePromptBefore() {
        List<EvidencePassage> evidence = List.of(shown(1, "A", List.of(), "The kettle is old."));
        Prompt before =
                write(
                        new Question("How old is it?", Scope.EVERYTHING, List.of()),
                        Language.ENGLISH,
                        evidence);
        Prompt after =
                write(
                        new Question(
                                "And why?",
                                Scope.EVERYTHING,
                                List.of(new Exchange("How old is it?", before.user(), "Old."))),
                        Language.ENGLISH,
                        evidence);
        assertEquals(before.messages(), after.messages().subList(0, before.messages().size()));
    }

    @Test
    void aCheckBeginsAsThePromptItChecks() {
        Prompt prompt = prompt(shown(1, "A", List.of(), "The kettle is old."));
        List<ChatMessage> check = prompt.check(Language.ENGLISH, "How old is it?", "Very old.");
        assertEquals(prompt.messages().getFirst(), check.getFirst());
        assertEquals(
                UserMessage.from(
                        """
                        Passages:
                        [1] A, p. 1
                        The kettle is old.

                        Question: How old is it?
                        Answer: Very old.
                        Do the passages show that this answer is true? Answer Yes or No.\
                        """),
                check.getLast());
        assertEquals(
                UserMessage.from(
                        """
                        Passages:
                        [1] A, p. 1
                        The kettle is old.

                        Statement: It is old.
                        Do the passages show that the statement is true? Answer Yes or No.\
                        """),
                prompt.check(Language.ENGLISH, "", "It is old.").getLast());
    }

    @Test
    void aSecondAttemptBeginsAsTheFirst() {
        Prompt prompt = prompt(shown(1, "A", List.of(), "The kettle is old."));
        String before = ((UserMessage) prompt.messages().getLast()).singleText();
        assertEquals(
                List.of(
                        prompt.messages().getFirst(),
                        UserMessage.from(
                                before
                                        + "\nDo the passages contain the answer to this question?"
                                        + " Answer Yes or No.")),
                prompt.checkAnswerable(Language.ENGLISH, "How old is it?"));
        assertEquals(
                List.of(
                        prompt.messages().getFirst(),
                        UserMessage.from(
                                before
                                        + "\nThe passages do answer it."
                                        + " Write in one short sentence what they say.")),
                prompt.insist(Language.ENGLISH, "How old is it?"));
    }

    @Test
    void whatWasAskedForIsLookedForInTheAnswerAfterThePassages() {
        Prompt prompt = prompt(shown(1, "A", List.of(), "The kettle is old."));
        String before = ((UserMessage) prompt.messages().getLast()).singleText();
        assertEquals(
                UserMessage.from(
                        before
                                + """

                                Answer: It is very old.
                                Which words of this answer name what was asked for? Write only those words.\
                                """),
                prompt.shorten(Language.ENGLISH, "How old is it?", "It is very old.").getLast());
        assertTrue(
                ((UserMessage) prompt.shorten(Language.JAPANESE, "何年前のものですか。", "百年前です。").getLast())
                        .singleText()
                        .endsWith(
                                """
                                質問: 何年前のものですか。
                                答えの文: 百年前です。
                                この文から、質問の答えにあたる語句だけを抜き出してください。\
                                """));
    }

    private static Prompt write(
            Question question, Language language, List<EvidencePassage> evidence) {
        return Prompt.write(question, language, evidence, new TokenCount(), PLENTY);
    }

    @Test
    void aPassageThatReadsOnFromTheOneBeforeIsNotNamedAgain() {
        String evidence =
                prompt(
                                whole(1, Evidence.part(1, 1, "It begins here.")),
                                whole(2, Evidence.part(2, 2, "It goes on here.")),
                                whole(3, Evidence.part(4, 3, "It ends elsewhere.")))
                        .evidence();
        assertTrue(
                evidence.contains(
                        """
                        [1] Parts, p. 1
                        It begins here.

                        [2] It goes on here.

                        [3] Parts, p. 1
                        It ends elsewhere.
                        """),
                evidence);
    }

    @Test
    void whereSomethingIsLeftOutBetweenThemBothAreNamed() {
        Hit second = Evidence.part(2, 2, "This is left out. It goes on here.");
        String evidence =
                prompt(
                                whole(1, Evidence.part(1, 1, "It begins here.")),
                                new EvidencePassage(2, second, "It goes on here."))
                        .evidence();
        assertTrue(evidence.contains("[2] Parts, p. 1\nIt goes on here."), evidence);
    }

    private static Prompt prompt(EvidencePassage... evidence) {
        return write(
                new Question("How old is it?", Scope.EVERYTHING, List.of()),
                Language.ENGLISH,
                List.of(evidence));
    }

    private static EvidencePassage whole(int number, Hit hit) {
        return new EvidencePassage(number, hit, hit.ranked().passage().text());
    }

    private static EvidencePassage shown(
            int number, String title, List<String> headings, String text) {
        return new EvidencePassage(number, Evidence.hit(number, title, headings, text, 0.9), text);
    }

    private static String text(Prompt prompt) {
        return prompt.messages().stream().map(PromptTest::text).collect(Collectors.joining("\n"));
    }

    private static String text(ChatMessage message) {
        return switch (message) {
            case SystemMessage system -> "=== system\n" + system.text();
            case UserMessage user -> "=== user\n" + user.singleText();
            case AiMessage assistant -> "=== assistant\n" + assistant.text();
            default -> throw new IllegalArgumentException(message.type().name());
        };
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = PromptTest.class.getResourceAsStream(name)) {
            return new String(
                            Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
                    .stripTrailing();
        }
    }
}
