package org.fumikura.inference.llama;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaIterator;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.Pair;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.engine.Capability;
import org.fumikura.inference.engine.NativeModel;
import org.fumikura.inference.engine.Prompt;
import org.fumikura.inference.engine.Sampling;
import org.fumikura.inference.engine.Turn;
import org.fumikura.inference.engine.Work;
import org.fumikura.inference.engine.Work.End;

/// A model loaded by java-llama.cpp, never closed: see the package.
///
/// The binding takes texts, computes them whole and does not say what was cached. So a prompt is
/// computed in steps, by its beginnings, because nothing can be stopped inside one: a stop is
/// heeded after a step at the latest. The steps cost nothing measurable, the cache carries over.
final class LlamaCppModel implements NativeModel {
    /// Tokens computed between two looks at the stop switch: two seconds at 34 tokens a second.
    private static final int STEP = 64;

    private static final int SPECIAL_TOKENS = 2;

    private final LlamaModel model;
    private final int contextTokens;
    private int[] cached = {};

    LlamaCppModel(LlamaModel model, int contextTokens) {
        this.model = model;
        this.contextTokens = contextTokens;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.GRAMMAR, Capability.ADAPTER);
    }

    @Override
    public String render(List<Turn> turns) {
        StringBuilder system = new StringBuilder();
        List<Pair<String, String>> messages = new ArrayList<>();
        for (Turn turn : turns) {
            switch (turn.role()) {
                case SYSTEM -> system.append(system.isEmpty() ? "" : "\n\n").append(turn.text());
                case USER -> messages.add(new Pair<>("user", turn.text()));
                case ASSISTANT -> messages.add(new Pair<>("assistant", turn.text()));
            }
        }
        return model.applyTemplate(
                new InferenceParameters("").setMessages(system.toString(), messages));
    }

    @Override
    public Prompt prompt(String rendered) {
        return new Prompt(rendered, model.encode(rendered).length);
    }

    @Override
    public int countTokens(String text) {
        return model.encode(text).length;
    }

    @Override
    public Work prefill(Prompt prompt, BooleanSupplier stopped) {
        int[] tokens = model.encode(prompt.text());
        int shared = sharedPrefix(tokens);
        if (!compute(prompt.text(), tokens, shared, stopped)) {
            return stoppedAt(shared);
        }
        if (shared < tokens.length) {
            compute(prompt.text());
        }
        cached = tokens;
        return new Work(shared, tokens.length - shared, 0, 0, 0, End.COMPLETE);
    }

    @Override
    public Work generate(
            Prompt prompt, Sampling sampling, Consumer<String> onText, BooleanSupplier stopped) {
        int[] tokens = model.encode(prompt.text());
        int shared = sharedPrefix(tokens);
        if (!compute(prompt.text(), tokens, shared, stopped)) {
            return stoppedAt(shared);
        }
        StringBuilder text = new StringBuilder();
        generate(
                parameters(prompt.text(), sampling),
                piece -> {
                    text.append(piece);
                    onText.accept(piece);
                },
                stopped);
        int[] answer = model.encode(text.toString());
        cached = Arrays.copyOf(tokens, tokens.length + answer.length);
        System.arraycopy(answer, 0, cached, tokens.length, answer.length);
        End end =
                stopped.getAsBoolean()
                        ? End.STOPPED
                        : answer.length >= sampling.maxTokens() ? End.CUT_OFF : End.COMPLETE;
        return new Work(shared, tokens.length - shared, answer.length, 0, 0, end);
    }

    private static InferenceParameters parameters(String prompt, Sampling sampling) {
        InferenceParameters parameters =
                new InferenceParameters(prompt)
                        .setNPredict(sampling.maxTokens())
                        .setTemperature((float) sampling.temperature())
                        .setTopP((float) sampling.topP())
                        .setTopK(sampling.topK())
                        .setMinP(0)
                        .setRepeatPenalty(1)
                        .setCachePrompt(true);
        if (!sampling.stops().isEmpty()) {
            parameters.setStopStrings(sampling.stops().toArray(String[]::new));
        }
        String grammar = sampling.grammar();
        if (grammar != null) {
            if (!GrammarCheck.isWellFormed(grammar)) {
                throw new InferenceException(Code.GRAMMAR_INVALID, "");
            }
            parameters.setGrammar(grammar);
        }
        return parameters;
    }

    private void generate(
            InferenceParameters parameters, Consumer<String> onText, BooleanSupplier stopped) {
        LlamaIterator tokens = model.generate(parameters).iterator();
        while (tokens.hasNext()) {
            if (stopped.getAsBoolean()) {
                tokens.cancel();
                return;
            }
            String text = tokens.next().text;
            if (!text.isEmpty()) {
                onText.accept(text);
            }
        }
    }

    /// Computes all but the last step of the prompt; false if it was stopped on the way.
    private boolean compute(String prompt, int[] tokens, int shared, BooleanSupplier stopped) {
        for (int done = shared + STEP; done < tokens.length; done += STEP) {
            if (stopped.getAsBoolean()) {
                return false;
            }
            String part = model.decode(Arrays.copyOf(tokens, done));
            int end = part.length();
            while (end > 0 && part.charAt(end - 1) == '\uFFFD') {
                end--;
            }
            part = part.substring(0, end);
            // A tokenizer that does not give its text back: no steps, the last one computes all.
            if (!prompt.startsWith(part)) {
                return !stopped.getAsBoolean();
            }
            compute(part);
            cached = Arrays.copyOf(tokens, done);
        }
        return !stopped.getAsBoolean();
    }

    private void compute(String part) {
        model.complete(
                new InferenceParameters(part)
                        .setNPredict(0)
                        .setTemperature(0)
                        .setCachePrompt(true));
    }

    private Work stoppedAt(int shared) {
        return new Work(shared, Math.max(0, cached.length - shared), 0, 0, 0, End.STOPPED);
    }

    private int sharedPrefix(int[] tokens) {
        int mismatch = Arrays.mismatch(cached, tokens);
        return mismatch < 0 ? tokens.length : mismatch;
    }

    @Override
    public Embedded embed(List<String> texts, int maxTokens, BooleanSupplier stopped) {
        List<float[]> vectors = new ArrayList<>();
        int total = 0;
        for (String text : texts) {
            if (stopped.getAsBoolean()) {
                break;
            }
            // XLM-R's own normalisation is not in the model file.
            String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
            int limit = Math.min(maxTokens, contextTokens) - SPECIAL_TOKENS;
            int count = model.encode(normal).length;
            while (count > limit) {
                normal = shorten(normal, limit, count);
                count = model.encode(normal).length;
            }
            total += count + SPECIAL_TOKENS;
            vectors.add(model.embed(normal));
        }
        return new Embedded(vectors, total);
    }

    /// The text's beginning that should have about `limit` of its `count` tokens, always shorter.
    private static String shorten(String text, int limit, int count) {
        int end = (int) Math.min(text.length() - 1L, (long) text.length() * limit / count);
        return text.substring(0, end - (Character.isLowSurrogate(text.charAt(end)) ? 1 : 0));
    }

    @Override
    public List<Double> score(
            String question, List<String> passages, int maxTokens, BooleanSupplier stopped) {
        throw new UnsupportedOperationException("not loaded for it");
    }

    @Override
    public List<Double> logProbabilities(
            Prompt prompt, List<String> continuations, BooleanSupplier stopped) {
        throw new UnsupportedOperationException("the binding aborts the process");
    }

    @Override
    public ByteBuffer saveState() {
        throw new UnsupportedOperationException("the binding has no state");
    }

    @Override
    public int restoreState(ByteBuffer state) {
        throw new UnsupportedOperationException("the binding has no state");
    }
}
