package org.fumikura.inference.gguf;

import java.util.Locale;

/// How files of models that tell whether one text follows from another name that they do.
public final class Entailment {
    private Entailment() {}

    /// Whether a class named `label` is of texts that follow. Some are the contrary
    /// (`not_entailment`).
    public static boolean isLabel(String label) {
        return label.toLowerCase(Locale.ROOT).startsWith("entail");
    }
}
