package org.fumikura.inference.engine;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A loaded model inside the worker. All calls come from one thread, one at a time; what a runtime
/// did not declare among its capabilities is never called. There is no close: the worker's end
/// frees everything, and freeing natively is where bindings hang.
///
/// Prompts share what the cache already holds of their beginning. A `stopped` switch is looked at
/// during the computation; once true the call ends as soon as the runtime can and keeps what it has
/// computed.
public interface NativeModel {

    /// What it can do beyond generating and embedding.
    Set<Capability> capabilities();

    /// The conversation as the model's own chat template writes it, ready for the next answer.
    ///
    /// @throws org.fumikura.inference.InferenceException `TEMPLATE_UNKNOWN`
    String render(List<Turn> turns);

    /// A rendered text with its number of tokens.
    Prompt prompt(String rendered);

    /// The text's tokens by the model's tokenizer, without added special tokens.
    int countTokens(String text);

    /// Computes the prompt into the cache.
    Work prefill(Prompt prompt, BooleanSupplier stopped);

    /// Generates after the prompt.
    ///
    /// @param onText called with each piece of text as it comes, once a token where possible
    /// @throws org.fumikura.inference.InferenceException `GRAMMAR_INVALID`
    Work generate(
            Prompt prompt, Sampling sampling, Consumer<String> onText, BooleanSupplier stopped);

    /// The vectors of the texts' beginnings as the model pools them, not normalised.
    ///
    /// @param maxTokens tokens taken of each text, special ones included
    Embedded embed(List<String> texts, int maxTokens, BooleanSupplier stopped);

    /// How well each passage answers the question, on the model's own scale; higher is better.
    ///
    /// @param maxTokens tokens of question and passage together, special ones included
    /// @return one number a passage; fewer if it was stopped
    List<Double> score(
            String question, List<String> passages, int maxTokens, BooleanSupplier stopped);

    /// The natural logarithm of each continuation's probability after the prompt.
    ///
    /// @return one number a continuation; fewer if it was stopped
    List<Double> logProbabilities(
            Prompt prompt, List<String> continuations, BooleanSupplier stopped);

    /// The state of the conversation in the cache, with the tokens it was computed from. Only valid
    /// until the next call.
    ByteBuffer saveState();

    /// Puts a state of the same runtime, model and settings back; its bytes were checked.
    ///
    /// @return its number of tokens
    /// @throws org.fumikura.inference.InferenceException `STATE_FOREIGN` if it does not fit
    int restoreState(ByteBuffer state);

    /// Vectors of the first texts of a call: of all, or of fewer if it was stopped.
    ///
    /// @param vectors one a text, in their order
    /// @param tokens tokens of those texts, special ones included
    record Embedded(List<float[]> vectors, int tokens) {
        public Embedded {
            vectors = List.copyOf(vectors);
        }
    }
}
