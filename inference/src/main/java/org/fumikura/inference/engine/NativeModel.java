package org.fumikura.inference.engine;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A loaded model inside the worker. All calls come from one thread, one at a time. There is no
/// close: the worker's end frees everything, and freeing natively is where bindings hang.
public interface NativeModel {

    /// The conversation as the model's own chat template writes it, ready for the next answer.
    String render(List<Turn> turns);

    /// The text's tokens by the model's tokenizer, without added special tokens; markers of its
    /// chat template become the special tokens they stand for.
    int[] tokens(String text);

    /// The text of these tokens, special tokens written as their markers; a character cut in the
    /// middle comes as U+FFFD.
    String text(int[] tokens);

    /// Computes the prompt into the cache, reusing what the cache shares with its beginning.
    void prefill(String prompt);

    /// Generates after the prompt, reusing what the cache shares with its beginning.
    ///
    /// @param prompt text with the template already applied
    /// @param onText called with each piece of text as it comes, once a token where possible
    /// @param stopped asked between tokens; once true the generation ends as soon as possible
    void generate(
            String prompt, Sampling sampling, Consumer<String> onText, BooleanSupplier stopped);

    /// The text's vector as the model pools it, not normalised. The text must fit the context.
    float[] embed(String text);
}
