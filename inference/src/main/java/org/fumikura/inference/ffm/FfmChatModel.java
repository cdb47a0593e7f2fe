package org.fumikura.inference.ffm;

import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.fumikura.inference.engine.Capability;
import org.fumikura.inference.engine.Drafting;
import org.fumikura.inference.engine.NativeModel;
import org.fumikura.inference.engine.Prompt;
import org.fumikura.inference.engine.Sampling;
import org.fumikura.inference.engine.Turn;
import org.fumikura.inference.engine.Work;
import org.fumikura.inference.engine.Work.End;
import org.fumikura.inference.ffm.AnswerRun.Guessing;
import org.fumikura.inference.ffm.PromptLookup.StepCosts;

/// A model that answers.
final class FfmChatModel implements NativeModel {
    private final LlamaApi api;
    private final Vocabulary vocabulary;
    private final ChatTemplate template;
    private final CachedSequence sequence;
    private final StopSwitch stop;
    private final Candidates candidates;
    private final StepCosts costs = new StepCosts();
    private final int exactRows;
    private Arena saved = Arena.ofConfined();

    /// @param exactRows how many tokens a step may compute with the same results, to the last bit,
    ///   as one by one
    FfmChatModel(
            LlamaApi api,
            Vocabulary vocabulary,
            ChatTemplate template,
            CachedSequence sequence,
            StopSwitch stop,
            int exactRows) {
        this.api = api;
        this.vocabulary = vocabulary;
        this.template = template;
        this.sequence = sequence;
        this.stop = stop;
        this.exactRows = exactRows;
        this.candidates = new Candidates(vocabulary.size(), Arena.global());
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.complementOf(EnumSet.of(Capability.THINKING));
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
    public Work prefill(Prompt prompt, BooleanSupplier stopped) {
        stop.watch(stopped);
        int[] tokens = vocabulary.promptTokens(prompt.text());
        int cached = sequence.keep(tokens);
        End end = sequence.computeRest(tokens) ? End.COMPLETE : End.STOPPED;
        return new Work(cached, sequence.length() - cached, 0, 0, 0, end);
    }

    @Override
    public Work generate(
            Prompt prompt, Sampling sampling, Consumer<String> onText, BooleanSupplier stopped) {
        stop.watch(stopped);
        try (TokenChoice choice = new TokenChoice(api, vocabulary, sampling, candidates)) {
            TextStream text = new TextStream(sampling.stops(), onText);
            return new AnswerRun(
                            sequence, vocabulary, choice, text, stop, guessing(sampling), sampling)
                    .run(vocabulary.promptTokens(prompt.text()));
        }
    }

    private Guessing guessing(Sampling sampling) {
        int most =
                sampling.drafting() == Drafting.NONE || sampling.temperature() > 0
                        ? 0
                        : exactRows - 1;
        return new Guessing(most, costs);
    }

    @Override
    public Embedded embed(List<String> texts, int maxTokens, BooleanSupplier stopped) {
        throw new IllegalStateException("loaded to answer");
    }

    @Override
    public List<Double> score(
            String question, List<String> passages, int maxTokens, BooleanSupplier stopped) {
        throw new IllegalStateException("loaded to write");
    }

    @Override
    public List<Double> logProbabilities(
            Prompt prompt, List<String> continuations, BooleanSupplier stopped) {
        stop.watch(stopped);
        List<Double> results = new ArrayList<>();
        int[] tokens = vocabulary.promptTokens(prompt.text());
        sequence.keep(tokens);
        if (!sequence.computeRest(tokens)) {
            return results;
        }
        float[] first = new float[vocabulary.size()];
        sequence.logits(sequence.lastRow(), first);
        double firstNorm = Softmax.logSum(first);
        float[] next = new float[vocabulary.size()];
        for (String continuation : continuations) {
            int[] rest = vocabulary.tokens(continuation);
            double sum = rest.length == 0 ? 0 : first[rest[0]] - firstNorm;
            for (int i = 1; i < rest.length; i++) {
                if (!sequence.compute(rest[i - 1])) {
                    return results;
                }
                sequence.logits(0, next);
                sum += next[rest[i]] - Softmax.logSum(next);
            }
            sequence.cut(tokens.length);
            results.add(sum);
        }
        return results;
    }

    // Closed at the next save: the bytes are still to be sent when this returns.
    @SuppressWarnings("MustBeClosedChecker")
    @Override
    public ByteBuffer saveState() {
        saved.close();
        saved = Arena.ofConfined();
        return sequence.save(saved);
    }

    @Override
    public int restoreState(ByteBuffer state) {
        return sequence.restore(state);
    }
}
