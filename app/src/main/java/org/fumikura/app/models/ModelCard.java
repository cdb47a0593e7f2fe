package org.fumikura.app.models;

import java.util.List;

/// What a person sees of a model.
///
/// @param id the catalogue's name for it
/// @param title name to show, the same in every language
/// @param licence SPDX identifier, or the licence's own name
/// @param languages ISO 639 codes of the languages it is good at
/// @param sizeBytes what has to be fetched
/// @param memoryMb memory it needs, in MiB
public record ModelCard(
        String id,
        Role role,
        String title,
        String licence,
        List<String> languages,
        long sizeBytes,
        int memoryMb,
        Fit fit,
        Use use,
        Place place,
        ModelState state) {
    public ModelCard {
        languages = List.copyOf(languages);
    }

    /// What a model is for.
    public enum Role {
        /// Writes answers.
        CHAT,
        /// Finds passages by meaning.
        EMBEDDING,
        /// Orders passages by how well they answer.
        RERANK,
        /// Tells whether a sentence follows from a passage.
        ENTAILMENT;

        /// Whether one works without a model in this role.
        public boolean isOptional() {
            return switch (this) {
                case CHAT, EMBEDDING -> false;
                case RERANK, ENTAILMENT -> true;
            };
        }
    }

    /// Whether this machine can run it.
    public enum Fit {
        /// With room to spare.
        FITS,
        /// Needs more memory than this machine has.
        TOO_LARGE,
        /// Needs a newer llama.cpp than the built-in one, which is not installed.
        NEEDS_RUNTIME
    }

    /// Where it runs.
    public enum Place {
        /// On this machine.
        HERE,
        /// On another one: questions and passages leave this machine.
        ELSEWHERE
    }

    /// Whether the application works with it.
    public enum Use {
        /// The one chosen for its role: nothing is answered without it.
        CHOSEN,
        /// One that could be chosen.
        OFFERED
    }
}
