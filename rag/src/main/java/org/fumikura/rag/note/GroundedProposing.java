package org.fumikura.rag.note;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.rag.answer.Assignment;
import org.fumikura.rag.answer.CheckedText;
import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.answer.Excerpt;
import org.fumikura.rag.answer.Gbnf;
import org.fumikura.rag.answer.GroundedAnswerer.WritingModel;
import org.fumikura.rag.answer.GroundedWriting;
import org.fumikura.rag.answer.Hit;
import org.fumikura.rag.answer.Language;
import org.fumikura.rag.answer.StopSign;
import org.fumikura.rag.chunk.SentenceSplitter;
import org.fumikura.rag.query.Query;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.search.LibrarySearch;
import org.fumikura.rag.search.SearchHit;

/// Lets the model write the begun sentence out from the passages that are nearest to the last
/// sentences, and checks it as those of an answer are checked. A grammar makes the reply begin with
/// the person's own words, where the model can be held to one.
public final class GroundedProposing implements Proposing, AutoCloseable {
    private static final int PASSAGES = 3;

    /// The best passage is read as a whole up to this length; of all others the part that fits.
    private static final int WHOLE = 400;

    /// Tokens for what comes after the begun words, and at the most for each of theirs.
    private static final int TOKENS = 48;

    private final LibrarySearch search;
    private final Supplier<WritingModel> model;
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("proposing").daemon().factory());

    /// @param search borrowed
    /// @param model asked for anew each time; throws what the person should hear where there is
    ///   none
    public GroundedProposing(LibrarySearch search, Supplier<WritingModel> model) {
        this.search = search;
        this.model = model;
    }

    @Override
    public Pending propose(String before) {
        var writing = new Writing(before);
        thread.execute(writing);
        return writing;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private final class Writing implements Runnable, Pending {
        private final String before;
        private final StopSign sign = new StopSign();
        private final CompletableFuture<Optional<Proposal>> proposal = new CompletableFuture<>();

        Writing(String before) {
            this.before = before;
        }

        @Override
        public CompletableFuture<Optional<Proposal>> proposal() {
            return proposal;
        }

        @Override
        public void stop() {
            sign.raise();
        }

        @Override
        public void run() {
            try {
                if (sign.isRaised()) {
                    throw new CancellationException();
                }
                proposal.complete(write());
            } catch (RuntimeException fault) {
                proposal.completeExceptionally(
                        sign.isRaised() ? new CancellationException() : fault);
            }
        }

        private Optional<Proposal> write() {
            Begun begun = Begun.of(before, splitter);
            if (begun.query().isBlank()) {
                return Optional.empty();
            }
            List<SearchHit> found =
                    search.search(
                                    Query.plain(begun.query()),
                                    Scope.EVERYTHING,
                                    SearchMode.HYBRID,
                                    PASSAGES)
                            .hits();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            try (var writing = new GroundedWriting(held(model.get(), begun.sentence()), _ -> {})) {
                CheckedText written = writing.write(assignment(begun), excerpts(found), sign);
                List<Hit> read = found.stream().map(SearchHit::hit).toList();
                return written.sentences().stream()
                        .findFirst()
                        .map(sentence -> proposal(begun, sentence, written.citations(), read))
                        .filter(made -> !made.text().isBlank());
            }
        }

        private Proposal proposal(
                Begun begun, AnswerSentence sentence, List<Citation> citations, List<Hit> read) {
            return new Proposal(
                    begun.rest(before, sentence.text()),
                    sentence.support(),
                    citations.stream()
                            .filter(each -> sentence.citations().contains(each.number()))
                            .toList(),
                    read);
        }
    }

    private static Assignment assignment(Begun begun) {
        Language language = Language.of(begun.query());
        ProposalWording wording = ProposalWording.of(language);
        return new Assignment(
                wording.system(),
                wording.request(begun),
                language,
                TOKENS + begun.sentence().length());
    }

    private static List<Excerpt> excerpts(List<SearchHit> found) {
        return found.stream()
                .map(hit -> {
                    var passage = hit.hit().ranked().passage();
                    boolean whole =
                            hit.equals(found.getFirst()) && passage.text().length() <= WHOLE;
                    return new Excerpt(
                            passage,
                            hit.hit().source(),
                            whole ? passage.text() : hit.snippet().text());
                })
                .toList();
    }

    /// The same model, whose replies begin as the sentence does.
    private static WritingModel held(WritingModel writing, String sentence) {
        return writing.control()
                .within(Gbnf.beginning(sentence))
                .map(held -> writing.through(held).likeliest())
                .orElse(writing);
    }
}
