package org.fumikura.inference.engine;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// What the parent asks of a worker. Each is answered by one or more [Response]s, the last of which
/// ends the call; [Cancel] alone has no answer of its own and ends the running call early.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Request.Load.class, name = "load"),
    @JsonSubTypes.Type(value = Request.Count.class, name = "count"),
    @JsonSubTypes.Type(value = Request.CountTurns.class, name = "count-turns"),
    @JsonSubTypes.Type(value = Request.Prefill.class, name = "prefill"),
    @JsonSubTypes.Type(value = Request.Generate.class, name = "generate"),
    @JsonSubTypes.Type(value = Request.Embed.class, name = "embed"),
    @JsonSubTypes.Type(value = Request.Cancel.class, name = "cancel")
})
sealed interface Request {

    /// Load the model; the first request, once. Answer: [Response.Loaded].
    record Load(ModelLoad model) implements Request {}

    /// Count a text's tokens. Answer: [Response.Counted].
    record Count(String text) implements Request {}

    /// Count the tokens of the rendered conversation. Answer: [Response.Counted].
    record CountTurns(List<Turn> turns) implements Request {}

    /// Compute the rendered conversation's beginning into the cache, up to where the last turn's
    /// text ends. Answer: [Response.Generated] without text.
    record Prefill(List<Turn> turns) implements Request {}

    /// Answer the conversation. Answers: any number of [Response.Piece], then [Response.Generated].
    record Generate(List<Turn> turns, Sampling sampling) implements Request {}

    /// Turn texts into unit vectors, each text cut at `maxTokens` with the special tokens counted.
    /// Answer: [Response.Vectors].
    record Embed(List<String> texts, int maxTokens) implements Request {}

    /// End the running call as soon as possible; without one it does nothing.
    record Cancel() implements Request {}
}
