package org.fumikura.app.models;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.catalog.ModelEntry;
import org.fumikura.inference.catalog.ModelStore;
import org.fumikura.inference.fit.MemoryNeed;
import org.fumikura.inference.gguf.GgufHeader;

/// What there is to know of a model before it is loaded: from its file if it is here, else from the
/// catalogue.
///
/// @param architecture llama.cpp's name of the network; the family's name while the file is not
///   here
/// @param quantization how its weights are stored, may be empty
/// @param contextTokens longest context it was trained for
/// @param needBytes memory it takes with the context that would be used
public record ModelFacts(
        String architecture, String quantization, int contextTokens, long needBytes) {
    private static final Pattern QUANTIZATION =
            Pattern.compile("[-.](i?q\\d[a-z0-9_]*|bf16|f16|f32)\\.gguf$");
    private static final long MEBIBYTE = 1 << 20;

    /// Reads the model's header if it is here.
    static ModelFacts of(ModelStore store, ModelEntry entry, int wantedContext) {
        int context = Math.min(wantedContext, entry.contextTokens());
        if (store.isInstalled(entry)) {
            try {
                GgufHeader header = GgufHeader.read(store.path(entry.id()));
                return new ModelFacts(
                        header.architecture(),
                        header.quantization(),
                        header.contextTokens(),
                        MemoryNeed.of(header, contextOf(entry, context)).total());
            } catch (InferenceException broken) {
                // Loading will say what is wrong with it.
            }
        }
        Matcher quantization = QUANTIZATION.matcher(entry.fileName());
        return new ModelFacts(
                entry.family(),
                quantization.find() ? quantization.group(1).toUpperCase(Locale.ROOT) : "",
                entry.contextTokens(),
                entry.memoryMb() * MEBIBYTE);
    }

    private static int contextOf(ModelEntry entry, int context) {
        return entry.embedding().map(traits -> traits.maxTokens()).orElse(context);
    }
}
