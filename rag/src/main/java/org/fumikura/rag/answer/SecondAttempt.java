package org.fumikura.rag.answer;

import dev.langchain4j.data.message.ChatMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fumikura.rag.answer.GroundedAnswerer.WritingModel;

/// Has the model that has answered a question answer it again. What comes of it is checked like any
/// other answer. Waits for the model.
///
/// @param prompt what the model answered
/// @param question as it was understood
/// @param tokens how long an answer may become
/// @param drafts makes an empty draft
record SecondAttempt(
        WritingModel model,
        Prompt prompt,
        Language language,
        String question,
        int tokens,
        Supplier<AnswerDraft> drafts) {
    /// Whether there were any passages to answer from.
    boolean hasSomethingToRead() {
        return !prompt.evidence().isEmpty();
    }

    /// As if it were the first; empty if it fails.
    Optional<AnswerDraft> afresh() {
        return writing(prompt.messages());
    }

    /// In place of one that says nothing, with word that the passages do answer; empty if it fails.
    Optional<AnswerDraft> insisting() {
        return writing(prompt.insist(language, question));
    }

    /// With one of two that the question offers, where the model can be held to them or keeps to
    /// them; else empty.
    Optional<AnswerDraft> choosing(Alternatives offered) {
        return Saying.of(
                        model,
                        prompt.choose(language, question, offered),
                        tokens,
                        Optional.of(offered.grammar()))
                .filter(offered::areChosenFrom)
                .map(this::saying);
    }

    /// What the passages say of each of the two about what the question compares, in their order;
    /// empty if the model does not keep to that. Nothing checks it yet.
    Optional<List<String>> stating(Alternatives offered) {
        return Saying.of(
                        model,
                        prompt.state(language, question),
                        tokens,
                        Optional.of(offered.linesOfEach()))
                .flatMap(offered::saidIn);
    }

    /// In place of `said`, in the light of `principles`; empty if it fails.
    Optional<AnswerDraft> keepingTo(List<String> principles, String said) {
        return writing(Revision.messages(prompt, said, language, principles));
    }

    private Optional<AnswerDraft> writing(List<ChatMessage> messages) {
        return Saying.of(model, messages, tokens).map(this::saying);
    }

    /// As if it had said just `text`.
    AnswerDraft saying(String text) {
        AnswerDraft draft = drafts.get();
        draft.append(text);
        draft.end();
        return draft;
    }
}
