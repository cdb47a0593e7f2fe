package org.fumikura.inference.engine;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;

/// Answers requests with a loaded model, inside the worker, on the engine thread.
///
/// The prompt is computed in steps, because no binding can stop inside a step: so a stop is heeded
/// after a step at the latest. The steps cost nothing measurable, the cache carries over.
final class ModelSession {
    /// Tokens computed between two looks at the stop switch: two seconds at 34 tokens a second.
    private static final int STEP = 64;

    private static final int SPECIAL_TOKENS = 2;

    private final NativeModel model;
    private final int contextTokens;
    private int[] cached = {};

    ModelSession(NativeModel model, int contextTokens) {
        this.model = model;
        this.contextTokens = contextTokens;
    }

    /// The response that ends the call; pieces of text go to `pieces` before.
    Response answer(Request request, Consumer<Response.Piece> pieces, BooleanSupplier stopped) {
        return switch (request) {
            case Request.Count count -> new Response.Counted(model.tokens(count.text()).length);
            case Request.CountTurns count ->
                    new Response.Counted(model.tokens(model.render(count.turns())).length);
            case Request.Prefill prefill -> prefill(prefill.turns(), stopped);
            case Request.Generate generate -> generate(generate, pieces, stopped);
            case Request.Embed embed -> embed(embed, stopped);
            case Request.Load load -> throw new IllegalStateException("loaded twice");
            case Request.Cancel cancel -> throw new IllegalStateException("never queued");
        };
    }

    private Response generate(
            Request.Generate request, Consumer<Response.Piece> pieces, BooleanSupplier stopped) {
        long start = System.nanoTime();
        String prompt = model.render(request.turns());
        int[] tokens = model.tokens(prompt);
        int maxTokens = request.sampling().maxTokens();
        requireRoom(tokens.length, maxTokens);
        int shared = sharedPrefix(tokens);
        if (!compute(prompt, tokens, shared, stopped)) {
            return stoppedAt(tokens.length, shared, start);
        }
        StringBuilder text = new StringBuilder();
        long[] firstAt = {0};
        model.generate(
                prompt,
                request.sampling(),
                piece -> {
                    if (firstAt[0] == 0) {
                        firstAt[0] = WorkerSession.millisSince(start);
                    }
                    text.append(piece);
                    pieces.accept(new Response.Piece(piece));
                },
                stopped);
        int[] answer = model.tokens(text.toString());
        cached = Arrays.copyOf(tokens, tokens.length + answer.length);
        System.arraycopy(answer, 0, cached, tokens.length, answer.length);
        GenerationStats stats =
                new GenerationStats(
                        tokens.length,
                        shared,
                        answer.length,
                        firstAt[0],
                        WorkerSession.millisSince(start));
        return new Response.Generated(stats, answer.length >= maxTokens, stopped.getAsBoolean());
    }

    private Response prefill(List<Turn> turns, BooleanSupplier stopped) {
        long start = System.nanoTime();
        String prompt = model.render(turns);
        // What the template writes after the last text (its end mark, the answer's beginning) would
        // not match once that text goes on, so only the part before is worth computing.
        String last = turns.getLast().text().strip();
        int end = prompt.lastIndexOf(last);
        String part = end < 0 ? prompt : prompt.substring(0, end + last.length());
        int[] tokens = model.tokens(part);
        requireRoom(tokens.length, 1);
        int shared = sharedPrefix(tokens);
        if (tokens.length == 0 || !compute(part, tokens, shared, stopped)) {
            return stoppedAt(tokens.length, shared, start);
        }
        if (shared < tokens.length) {
            model.prefill(part);
        }
        cached = tokens;
        long millis = WorkerSession.millisSince(start);
        return new Response.Generated(
                new GenerationStats(tokens.length, shared, 0, millis, millis), false, false);
    }

    /// Computes all but the last step of the prompt; false if it was stopped on the way.
    private boolean compute(String prompt, int[] tokens, int shared, BooleanSupplier stopped) {
        for (int done = shared + STEP; done < tokens.length; done += STEP) {
            if (stopped.getAsBoolean()) {
                return false;
            }
            String part = model.text(Arrays.copyOf(tokens, done));
            int end = part.length();
            while (end > 0 && part.charAt(end - 1) == '\uFFFD') {
                end--;
            }
            part = part.substring(0, end);
            // A tokenizer that does not give its text back: no steps, the last one computes all.
            if (!prompt.startsWith(part)) {
                return !stopped.getAsBoolean();
            }
            model.prefill(part);
            cached = Arrays.copyOf(tokens, done);
        }
        return !stopped.getAsBoolean();
    }

    private Response stoppedAt(int promptTokens, int shared, long start) {
        long millis = WorkerSession.millisSince(start);
        return new Response.Generated(
                new GenerationStats(promptTokens, shared, 0, millis, millis), false, true);
    }

    private int sharedPrefix(int[] tokens) {
        int mismatch = Arrays.mismatch(cached, tokens);
        return mismatch < 0 ? tokens.length : mismatch;
    }

    private void requireRoom(int promptTokens, int outputTokens) {
        if (promptTokens + outputTokens > contextTokens) {
            throw new InferenceException(
                    Code.CONTEXT_OVERFLOW,
                    "prompt="
                            + promptTokens
                            + " output="
                            + outputTokens
                            + " context="
                            + contextTokens);
        }
    }

    private Response embed(Request.Embed request, BooleanSupplier stopped) {
        List<float[]> vectors = new ArrayList<>();
        int total = 0;
        for (String text : request.texts()) {
            if (stopped.getAsBoolean()) {
                throw new InferenceException(Code.CANCELLED, "embedding");
            }
            // XLM-R's own normalisation is not in the model file.
            String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
            int limit = Math.min(request.maxTokens(), contextTokens) - SPECIAL_TOKENS;
            int count = model.tokens(normal).length;
            while (count > limit) {
                normal = shorten(normal, limit, count);
                count = model.tokens(normal).length;
            }
            total += count + SPECIAL_TOKENS;
            vectors.add(unit(model.embed(normal)));
        }
        return Response.Vectors.of(vectors, total);
    }

    /// The text's beginning that should have about `limit` of its `count` tokens, always shorter.
    private static String shorten(String text, int limit, int count) {
        int end = (int) Math.min(text.length() - 1L, (long) text.length() * limit / count);
        return text.substring(0, end - (Character.isLowSurrogate(text.charAt(end)) ? 1 : 0));
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        if (squares > 0) {
            float scale = (float) (1 / Math.sqrt(squares));
            for (int i = 0; i < vector.length; i++) {
                vector[i] *= scale;
            }
        }
        return vector;
    }
}
