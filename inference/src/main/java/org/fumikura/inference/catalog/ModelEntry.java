package org.fumikura.inference.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One model: of the catalogue, or one that the person brought.
///
/// @param id stable name, used on the command line and in settings
/// @param family who made it and which generation, for example `Qwen2.5`
/// @param title name to show, the same in every language
/// @param licence SPDX identifier, or the licence's own name where it has none
/// @param languages ISO 639 codes of the languages it is good at
/// @param fileName its file's name in the models folder
/// @param sizeBytes the file's size: exact when `sha256` is present, otherwise about
/// @param sha256 expected hash in lower-case hexadecimal; absent when it could not be established,
///   then the first download's hash is recorded and later checks compare with that
/// @param memoryMb memory the worker needs with the default context, in MiB
/// @param contextTokens longest context the model was trained for
/// @param chatTemplate note on its chat template; always read from the model's file, never from
///   here
/// @param runtime the runtime that can load it
/// @param fitsGb memory sizes of machines it suits, in GB: a subset of 4, 8, 16, 32
/// @param embedding present exactly for embedders
/// @param sources where to get it, in the order to try; none for a model that the person brought
public record ModelEntry(
        String id,
        ModelRole role,
        String family,
        String title,
        String licence,
        List<String> languages,
        String fileName,
        long sizeBytes,
        Optional<String> sha256,
        int memoryMb,
        int contextTokens,
        String chatTemplate,
        RuntimeNeed runtime,
        List<Integer> fitsGb,
        Optional<EmbeddingTraits> embedding,
        List<Source> sources) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]*");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*\\.gguf");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public ModelEntry {
        languages = List.copyOf(languages);
        fitsGb = List.copyOf(fitsGb);
        sources = List.copyOf(sources);
        // The file name becomes a path and a download's target: nothing but a plain name may pass.
        require(ID.matcher(id).matches(), "id", id);
        require(FILE.matcher(fileName).matches(), "file name", fileName);
        require(sha256.isEmpty() || HASH.matcher(sha256.get()).matches(), "sha256", id);
        require(sizeBytes > 0 && memoryMb > 0 && contextTokens > 0, "size", id);
        require((role == ModelRole.EMBEDDING) == embedding.isPresent(), "embedding traits", id);
    }

    /// Whether the person brought it; the catalogue does not know it then.
    @JsonIgnore
    public boolean isImported() {
        return sources.isEmpty();
    }

    private static void require(boolean holds, String what, String value) {
        if (!holds) {
            throw new IllegalArgumentException("bad " + what + " in the catalogue: " + value);
        }
    }
}
