package org.fumikura.inference.engine;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.ByteBuffer;
import java.util.List;
import org.fumikura.inference.engine.AnswerOptions.Thinking;

/// What the parent asks of a worker. Each is answered by one or more [Response]s, the last of which
/// ends the call; [Cancel] alone has no answer of its own and ends the running call early.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Request.Open.class, name = "open"),
    @JsonSubTypes.Type(value = Request.Load.class, name = "load"),
    @JsonSubTypes.Type(value = Request.Count.class, name = "count"),
    @JsonSubTypes.Type(value = Request.CountTurns.class, name = "count-turns"),
    @JsonSubTypes.Type(value = Request.Prefill.class, name = "prefill"),
    @JsonSubTypes.Type(value = Request.Generate.class, name = "generate"),
    @JsonSubTypes.Type(value = Request.Embed.class, name = "embed"),
    @JsonSubTypes.Type(value = Request.Score.class, name = "score"),
    @JsonSubTypes.Type(value = Request.Weigh.class, name = "weigh"),
    @JsonSubTypes.Type(value = Request.Save.class, name = "save"),
    @JsonSubTypes.Type(value = Request.Restore.class, name = "restore"),
    @JsonSubTypes.Type(value = Request.Cancel.class, name = "cancel")
})
sealed interface Request {

    /// Load a native runtime's libraries; the first request. Answer: [Response.Opened] or
    /// [Response.Unusable].
    ///
    /// @param folder where they lie or may be unpacked
    record Open(RuntimeKind kind, String folder) implements Request {}

    /// Load the model; the second request, once. Answer: [Response.Loaded].
    record Load(ModelLoad model) implements Request {}

    /// Count a text's tokens. Answer: [Response.Counted].
    record Count(String text) implements Request {}

    /// Count the tokens of the rendered conversation. Answer: [Response.Counted].
    record CountTurns(List<Turn> turns) implements Request {}

    /// Compute the rendered conversation's beginning into the cache, up to where the last turn's
    /// text ends. Answer: [Response.Generated] without text.
    record Prefill(List<Turn> turns) implements Request {}

    /// Answer the conversation. Answers: any number of [Response.Piece], then [Response.Generated].
    /// Where the template opens a thought, its mark is the first piece.
    record Generate(List<Turn> turns, Sampling sampling, Thinking thinking) implements Request {}

    /// Turn texts into unit vectors, each text cut at `maxTokens` with the special tokens counted.
    /// Answer: [Response.Vectors], of the first texts only if it was cancelled.
    record Embed(List<String> texts, int maxTokens) implements Request {}

    /// Score how well passages answer a question, question and passage together cut at `maxTokens`.
    /// Answer: [Response.Scored], of the first passages only if it was cancelled.
    record Score(String question, List<String> passages, int maxTokens) implements Request {}

    /// Say how probable each continuation is as the conversation's answer. Answer:
    /// [Response.Weighed].
    record Weigh(List<Turn> turns, List<String> continuations) implements Request {}

    /// Hand out the cache's state. Answer: [Response.Saved].
    record Save() implements Request {}

    /// Put a state back into the cache. Answer: [Response.Restored].
    ///
    /// @param runtime what [Response.Saved] named
    /// @param checksum CRC-32C of the attachment
    record Restore(String runtime, long checksum, @JsonIgnore ByteBuffer attachment)
            implements Request, Frames.WithAttachment<Restore> {
        @Override
        public Restore with(ByteBuffer bytes) {
            return new Restore(runtime, checksum, bytes);
        }
    }

    /// End a call as soon as possible, if it still runs.
    ///
    /// @param call the number of the request, counted from 1 in a worker's life, cancels left out
    record Cancel(int call) implements Request {}
}
