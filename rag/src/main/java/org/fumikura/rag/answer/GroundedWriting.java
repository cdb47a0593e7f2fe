package org.fumikura.rag.answer;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.fumikura.rag.answer.GroundedAnswerer.WritingModel;
import org.fumikura.rag.chunk.SentenceSplitter;
import org.fumikura.rag.index.ContentTerms;

/// Lets a model write from given passages, as it is told, and checks and cites each sentence as
/// those of an answer. For one thread.
public final class GroundedWriting implements AutoCloseable {
    private final WritingModel model;
    private final Consumer<? super AnswerEvent.Trying> trying;
    private final ContentTerms terms = new ContentTerms();
    private final SentenceSplitter splitter = new SentenceSplitter();

    /// @param trying hears how far a model has come that is tried first
    public GroundedWriting(WritingModel model, Consumer<? super AnswerEvent.Trying> trying) {
        this.model = model;
        this.trying = trying;
    }

    /// Waits for the model.
    ///
    /// @param excerpts what it reads: no passage twice, all together within its context
    /// @throws java.util.concurrent.CancellationException if `sign` is raised before all is written
    public CheckedText write(Assignment assignment, List<Excerpt> excerpts, StopSign sign) {
        Trials.ensure(model, trying, sign::isRaised);
        List<EvidencePassage> evidence = evidence(excerpts);
        Language language = assignment.language();
        Prompt prompt = Prompt.assign(assignment, evidence);
        Reply reply = Reply.await(model, prompt.messages(), assignment.tokens(), sign);
        var draft =
                new AnswerDraft(
                        splitter, new Attribution(terms, splitter, evidence), Grounding.STRICT);
        draft.append(reply.text());
        draft.end();
        var judging =
                new Judging(
                        new Judge(model),
                        new Entailing(model.entailment()),
                        prompt,
                        language,
                        "",
                        Optional.empty());
        draft.revise((text, found) ->
                sign.isRaised() || isQuoted(text, evidence) ? found : judging.again(text, found));
        return new CheckedText(draft.sentences(), draft.citations());
    }

    /// Whether a passage says just that, word for word: nobody need judge it.
    private static boolean isQuoted(String sentence, List<EvidencePassage> evidence) {
        String words = sentence.strip().replaceAll("\\s+", " ");
        return evidence.stream()
                .anyMatch(passage -> passage.text().replaceAll("\\s+", " ").contains(words));
    }

    private static List<EvidencePassage> evidence(List<Excerpt> excerpts) {
        return IntStream.range(0, excerpts.size())
                .mapToObj(i -> EvidencePassage.given(i + 1, excerpts.get(i)))
                .toList();
    }

    @Override
    public void close() {
        terms.close();
    }
}
