package org.fumikura.inference.ffm;

import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.fumikura.inference.engine.Capability;
import org.fumikura.inference.engine.NativeModel;
import org.fumikura.inference.engine.Prompt;
import org.fumikura.inference.engine.Sampling;
import org.fumikura.inference.engine.Turn;
import org.fumikura.inference.engine.Work;

/// A model that makes vectors, or scores in their place.
final class FfmEmbedder implements NativeModel {
    private final ChatTemplate template;
    private final Vocabulary vocabulary;
    private final EmbeddingLanes lanes;
    private final StopSwitch stop;
    private final Optional<PairScoring> pairs;

    /// @param pairs of a model that scores; empty for one that makes vectors
    FfmEmbedder(
            ChatTemplate template,
            Vocabulary vocabulary,
            EmbeddingLanes lanes,
            StopSwitch stop,
            Optional<PairScoring> pairs) {
        this.template = template;
        this.vocabulary = vocabulary;
        this.lanes = lanes;
        this.pairs = pairs;
        this.stop = stop;
    }

    @Override
    public Set<Capability> capabilities() {
        return pairs.isPresent()
                ? EnumSet.of(Capability.ADAPTER, Capability.SCORES)
                : EnumSet.of(Capability.ADAPTER);
    }

    @Override
    public String render(List<Turn> turns) {
        return template.render(turns);
    }

    @Override
    public Prompt prompt(String rendered) {
        return new Prompt(rendered, vocabulary.promptTokens(rendered).length);
    }

    @Override
    public int countTokens(String text) {
        return vocabulary.tokens(text).length;
    }

    @Override
    public Embedded embed(List<String> texts, int maxTokens, BooleanSupplier stopped) {
        stop.watch(stopped);
        return lanes.embed(texts, maxTokens, stop);
    }

    @Override
    public List<Double> score(
            String question, List<String> passages, int maxTokens, BooleanSupplier stopped) {
        PairScoring scoring = pairs.orElseThrow(FfmEmbedder::onlyVectors);
        stop.watch(stopped);
        List<int[]> tokens =
                passages.stream()
                        .map(passage -> scoring.tokens().of(question, passage, maxTokens))
                        .toList();
        return lanes.embed(tokens, stop).vectors().stream().map(scoring::score).toList();
    }

    @Override
    public Work prefill(Prompt prompt, BooleanSupplier stopped) {
        throw onlyVectors();
    }

    @Override
    public Work generate(
            Prompt prompt, Sampling sampling, Consumer<String> onText, BooleanSupplier stopped) {
        throw onlyVectors();
    }

    @Override
    public List<Double> logProbabilities(
            Prompt prompt, List<String> continuations, BooleanSupplier stopped) {
        throw onlyVectors();
    }

    @Override
    public ByteBuffer saveState() {
        throw onlyVectors();
    }

    @Override
    public int restoreState(ByteBuffer state) {
        throw onlyVectors();
    }

    private static IllegalStateException onlyVectors() {
        return new IllegalStateException("loaded to embed");
    }
}
