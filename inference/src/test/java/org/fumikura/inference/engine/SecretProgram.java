package org.fumikura.inference.engine;

import java.nio.file.Path;

/// Embeds a secret sentence; run as a program of its own, so its whole output can be looked at.
final class SecretProgram {
    static final String SECRET = "the combination is 4711";

    private SecretProgram() {}

    public static void main(String[] args) {
        WorkerSettings settings = WorkerSettings.embedding(Path.of(args[0]), 512, Path.of(args[1]));
        try (LocalEmbeddingModel model =
                new LocalEmbeddingModel(new Worker(settings), "e5", TestModels.traits())) {
            model.passages().embed(SECRET);
        }
    }
}
