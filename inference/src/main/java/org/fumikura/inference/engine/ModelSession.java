package org.fumikura.inference.engine;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.engine.AnswerOptions.Thinking;
import org.fumikura.inference.engine.NativeModel.Embedded;
import org.fumikura.inference.engine.Work.End;
import org.fumikura.inference.thinking.ThinkingTemplate;

/// Answers requests with a loaded model, inside the worker, on the engine thread. What would fail
/// or do harm in native code is refused here.
final class ModelSession {
    private final NativeModel model;
    private final String runtime;
    private final int contextTokens;
    private final Optional<ThinkingTemplate> thoughts;

    /// @param version of the runtime that loaded the model
    /// @param thoughts how it thinks; empty if it does not
    ModelSession(
            NativeModel model,
            RuntimeVersion version,
            int contextTokens,
            Optional<ThinkingTemplate> thoughts) {
        this.model = model;
        this.runtime = version.name() + " " + version.version();
        this.contextTokens = contextTokens;
        this.thoughts = thoughts;
    }

    /// What the model can do.
    Set<Capability> capabilities() {
        var all = new HashSet<>(model.capabilities());
        thoughts.ifPresent(_ -> all.add(Capability.THINKING));
        return all;
    }

    /// The response that ends the call; pieces of text go to `pieces` before.
    Response answer(Request request, Consumer<Response.Piece> pieces, BooleanSupplier stopped) {
        return switch (request) {
            case Request.Count count -> new Response.Counted(model.countTokens(count.text()));
            case Request.CountTurns count ->
                    new Response.Counted(model.prompt(render(count.turns())).tokens());
            case Request.Prefill prefill -> prefill(prefill.turns(), stopped);
            case Request.Generate generate -> generate(generate, pieces, stopped);
            case Request.Embed embed -> embed(embed, stopped);
            case Request.Score score -> score(score, stopped);
            case Request.Weigh weigh -> weigh(weigh, stopped);
            case Request.Save save -> save();
            case Request.Restore restore -> restore(restore);
            case Request.Open open -> throw new IllegalStateException("opened twice");
            case Request.Load load -> throw new IllegalStateException("loaded twice");
            case Request.Cancel cancel -> throw new IllegalStateException("never queued");
        };
    }

    private Response generate(
            Request.Generate request, Consumer<Response.Piece> pieces, BooleanSupplier stopped) {
        long start = System.nanoTime();
        if (request.sampling().grammar() != null) {
            require(Capability.GRAMMAR);
        }
        String rendered =
                request.thinking() == Thinking.NONE
                        ? renderAtOnce(request.turns())
                        : render(request.turns());
        Prompt prompt = model.prompt(rendered);
        requireRoom(prompt.tokens(), request.sampling().maxTokens());
        thoughts.filter(how -> how.isOpenIn(rendered))
                .ifPresent(how -> pieces.accept(new Response.Piece(how.marks().open())));
        long[] firstAt = {0};
        Work work =
                model.generate(
                        prompt,
                        request.sampling(),
                        piece -> {
                            if (firstAt[0] == 0) {
                                firstAt[0] = WorkerSession.millisSince(start);
                            }
                            pieces.accept(new Response.Piece(piece));
                        },
                        stopped);
        return new Response.Generated(
                new GenerationStats(
                        prompt.tokens(), work, firstAt[0], WorkerSession.millisSince(start)));
    }

    private String render(List<Turn> turns) {
        String rendered = model.render(turns);
        return thoughts.map(how -> how.thinking(rendered)).orElse(rendered);
    }

    private String renderAtOnce(List<Turn> turns) {
        String rendered = model.render(turns);
        return thoughts.map(how -> how.atOnce(rendered)).orElse(rendered);
    }

    private Response prefill(List<Turn> turns, BooleanSupplier stopped) {
        long start = System.nanoTime();
        String rendered = model.render(turns);
        // What the template writes after the last text (its end mark, the answer's beginning) would
        // not match once that text goes on, so only the part before is worth computing.
        String last = turns.getLast().text().strip();
        int end = rendered.lastIndexOf(last);
        Prompt prompt =
                model.prompt(end < 0 ? rendered : rendered.substring(0, end + last.length()));
        requireRoom(prompt.tokens(), 1);
        Work work =
                prompt.tokens() == 0
                        ? new Work(0, 0, 0, 0, 0, End.COMPLETE)
                        : model.prefill(prompt, stopped);
        long millis = WorkerSession.millisSince(start);
        return new Response.Generated(new GenerationStats(prompt.tokens(), work, millis, millis));
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

    private void require(Capability capability) {
        if (!model.capabilities().contains(capability)) {
            throw new InferenceException(Code.UNSUPPORTED, capability.name());
        }
    }

    private Response embed(Request.Embed request, BooleanSupplier stopped) {
        int maxTokens = Math.min(request.maxTokens(), contextTokens);
        Embedded embedded = model.embed(request.texts(), maxTokens, stopped);
        embedded.vectors().forEach(ModelSession::normalise);
        return Response.Vectors.of(embedded.vectors(), embedded.tokens());
    }

    private static void normalise(float[] vector) {
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
    }

    private Response score(Request.Score request, BooleanSupplier stopped) {
        require(Capability.SCORES);
        int maxTokens = Math.min(request.maxTokens(), contextTokens);
        return new Response.Scored(
                model.score(request.question(), request.passages(), maxTokens, stopped));
    }

    private Response weigh(Request.Weigh request, BooleanSupplier stopped) {
        require(Capability.PROBABILITIES);
        Prompt prompt = model.prompt(renderAtOnce(request.turns()));
        int longest = request.continuations().stream().mapToInt(model::countTokens).max().orElse(0);
        requireRoom(prompt.tokens(), longest);
        List<Double> weights = model.logProbabilities(prompt, request.continuations(), stopped);
        if (weights.size() < request.continuations().size()) {
            throw new InferenceException(Code.CANCELLED, "probabilities");
        }
        return new Response.Weighed(weights);
    }

    private Response save() {
        require(Capability.SAVED_STATES);
        ByteBuffer state = model.saveState();
        return new Response.Saved(runtime, checksum(state), state);
    }

    private Response restore(Request.Restore request) {
        require(Capability.SAVED_STATES);
        // The runtime ends the process over a damaged state.
        if (checksum(request.attachment()) != request.checksum()) {
            throw new InferenceException(Code.STATE_DAMAGED, "");
        }
        if (!request.runtime().equals(runtime)) {
            throw new InferenceException(Code.STATE_FOREIGN, "");
        }
        return new Response.Restored(model.restoreState(request.attachment()));
    }

    private static long checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.duplicate());
        return checksum.getValue();
    }
}
