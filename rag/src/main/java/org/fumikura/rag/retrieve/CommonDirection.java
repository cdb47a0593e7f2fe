package org.fumikura.rag.retrieve;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fumikura.rag.Passage;
import org.fumikura.rag.Span;
import org.fumikura.rag.chunk.SentenceSplitter;
import org.fumikura.rag.index.PassageSearch;
import org.fumikura.rag.index.SearchText;
import org.jspecify.annotations.Nullable;

/// What an embedder gives to every English question about these passages, whatever it asks.
/// Passages that lie in that direction are near to all questions and so tell nothing (hubs;
/// Radovanović and others, JMLR 2010): a question is searched for without it.
///
/// The direction is the mean of sentences of the passages, embedded as if they were questions: once
/// for each model, and again when there are twice as many passages; kept on the disk between
/// processes. On Japanese questions it gained nothing (`docs/evaluation/retrieval.md`). For any
/// number of threads, which wait for the first.
public final class CommonDirection {
    /// About a second of embedding on two cores, once; half as many gained less on scifact_train.
    private static final int SENTENCES = 128;

    /// A mean of fewer says more about these than about questions.
    private static final int FEWEST = 32;

    private static final int SHORTEST = 30;
    private static final int LONGEST = 250;

    private final PassageSearch index;
    private final Optional<DirectionFile> file;
    private final SentenceSplitter splitter = new SentenceSplitter();
    private @Nullable Known known;

    /// @param index borrowed
    /// @param file where it is kept, in a folder that is there; empty to keep it nowhere
    public CommonDirection(PassageSearch index, Optional<Path> file) {
        this.index = index;
        this.file = file.map(DirectionFile::new);
    }

    /// Makes the direction of `model` if it is not kept, so that no search has to wait for it.
    public void prepare(EmbeddingModel model) {
        var _ = of(model);
    }

    /// The direction of `model`, only to be read; empty while there is too little English to tell.
    synchronized Optional<float[]> of(EmbeddingModel model) {
        int passages = index.size().passages();
        Known before = known == null ? kept() : known;
        if (before != null && before.isOf(model, passages)) {
            known = before;
            return before.direction();
        }
        var now = new Known(model.modelName(), passages, direction(model));
        known = now;
        file.ifPresent(kept ->
                now.direction()
                        .ifPresent(vector ->
                                kept.write(new DirectionFile.Kept(now.model(), passages, vector))));
        return now.direction();
    }

    private @Nullable Known kept() {
        return file.flatMap(DirectionFile::read)
                .map(kept -> new Known(kept.model(), kept.passages(), Optional.of(kept.vector())))
                .orElse(null);
    }

    private Optional<float[]> direction(EmbeddingModel model) {
        List<TextSegment> sentences =
                index.sample(2 * SENTENCES).stream()
                        .flatMap(passage -> sentence(passage).stream())
                        .limit(SENTENCES)
                        .map(TextSegment::from)
                        .toList();
        if (sentences.size() < FEWEST) {
            return Optional.empty();
        }
        List<Embedding> embedded = model.embedAll(sentences).content();
        float[] mean = new float[embedded.getFirst().dimension()];
        for (Embedding sentence : embedded) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += sentence.vector()[i] / embedded.size();
            }
        }
        return Optional.of(mean);
    }

    /// An English sentence from the middle of the passage, cut to the length of a long question.
    private Optional<String> sentence(Passage passage) {
        List<String> sentences =
                splitter.split(passage.text()).stream()
                        .map((Span place) -> place.of(passage.text()).strip())
                        .filter(text -> text.length() >= SHORTEST && !SearchText.isCjk(text))
                        .toList();
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(shortened(sentences.get(sentences.size() / 2)));
    }

    private static String shortened(String sentence) {
        if (sentence.length() <= LONGEST) {
            return sentence;
        }
        int end = sentence.lastIndexOf(' ', LONGEST);
        return sentence.substring(0, end < SHORTEST ? LONGEST : end);
    }

    private record Known(String model, int passages, Optional<float[]> direction) {
        boolean isOf(EmbeddingModel other, int now) {
            return model.equals(other.modelName())
                    && now <= 2 * passages
                    && direction.stream().allMatch(vector -> vector.length == other.dimension());
        }
    }
}
