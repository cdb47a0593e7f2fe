package org.fumikura.inference.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.fit.MemoryNeed;
import org.fumikura.inference.gguf.Architecture;
import org.fumikura.inference.gguf.GgufHeader;

/// What is known of a model that the person brought: what its file says.
final class ImportedModel {
    private static final long MEBIBYTE = 1 << 20;
    private static final int USUAL_CONTEXT = 4096;

    /// Longest input of an embedder: passages are shorter, and a longer one would take its memory
    /// from the start.
    private static final int MOST_EMBEDDED = 512;

    private ImportedModel() {}

    /// Refuses what no runtime of this program can run.
    static void requireUsable(Path file, GgufHeader header) {
        if (header.parts() > 1) {
            throw new InferenceException(Code.MODEL_SPLIT, file.toString());
        }
        if (!Architecture.isKnown(header.architecture()) || header.shape().vocabulary() == 0) {
            throw new InferenceException(Code.MODEL_UNSUPPORTED, file.toString());
        }
    }

    /// An id made of the file's name.
    static String id(Path file) {
        String id =
                String.valueOf(file.getFileName())
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("\\.gguf$", "")
                        .replaceAll("[^a-z0-9._-]+", "-")
                        .replaceFirst("^[^a-z0-9]+", "");
        return id.isEmpty() ? "model" : id;
    }

    static ModelEntry entry(String id, Path file, GgufHeader header, String sha256) {
        int context = Math.max(1, header.contextTokens());
        long need = MemoryNeed.of(header, Math.min(context, USUAL_CONTEXT)).total();
        return new ModelEntry(
                id,
                role(header),
                header.architecture(),
                title(file, header),
                header.licence(),
                List.of(),
                id + ".gguf",
                header.fileBytes(),
                Optional.of(sha256),
                (int) Math.max(1, need / MEBIBYTE),
                context,
                header.chatTemplate().isPresent() ? "in the file" : "none",
                Architecture.isEmbedded(header.architecture()) && !scores(header)
                        ? RuntimeNeed.EMBEDDED
                        : RuntimeNeed.CURRENT,
                List.of(),
                traits(file, header),
                List.of());
    }

    private static ModelRole role(GgufHeader header) {
        return switch (header.use()) {
            case TEXT -> ModelRole.CHAT;
            case VECTORS -> ModelRole.EMBEDDING;
            case SCORES -> ModelRole.RERANK;
            case ENTAILMENT -> ModelRole.ENTAILMENT;
        };
    }

    private static boolean scores(GgufHeader header) {
        return switch (header.use()) {
            case SCORES, ENTAILMENT -> true;
            case TEXT, VECTORS -> false;
        };
    }

    private static String title(Path file, GgufHeader header) {
        return header.name().isBlank() ? String.valueOf(file.getFileName()) : header.name();
    }

    private static Optional<EmbeddingTraits> traits(Path file, GgufHeader header) {
        if (header.use() != GgufHeader.Use.VECTORS) {
            return Optional.empty();
        }
        // A file does not say how its model wants questions marked. The E5 family cannot do
        // without.
        boolean e5 = (file.getFileName() + header.name()).toLowerCase(Locale.ROOT).contains("e5-");
        return Optional.of(
                new EmbeddingTraits(
                        (int) Math.max(1, header.shape().width()),
                        Math.clamp(header.contextTokens(), 64, MOST_EMBEDDED),
                        e5 ? "query: " : "",
                        e5 ? "passage: " : ""));
    }
}
