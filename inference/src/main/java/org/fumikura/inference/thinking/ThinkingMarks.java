package org.fumikura.inference.thinking;

import java.util.Arrays;
import java.util.Optional;

/// The marks that models put around their thoughts.
public enum ThinkingMarks {
    /// DeepSeek-R1 and what was distilled from it, Qwen3, QwQ, SmolLM3 and most others.
    THINK("<think>", "</think>"),
    /// Models tuned on transcripts of others.
    THINKING("<thinking>", "</thinking>"),
    /// The same.
    THOUGHT("<thought>", "</thought>"),
    /// Seed-OSS.
    SEED("<seed:think>", "</seed:think>"),
    /// Magistral.
    BRACKETS("[THINK]", "[/THINK]"),
    /// Command A and R.
    COMMAND("<|START_THINKING|>", "<|END_THINKING|>"),
    /// OpenThinker.
    OPEN_THINKER("<|begin_of_thought|>", "<|end_of_thought|>");

    private final String open;
    private final String close;

    ThinkingMarks(String open, String close) {
        this.open = open;
        this.close = close;
    }

    /// What a thought begins with.
    public String open() {
        return open;
    }

    /// What it ends with.
    public String close() {
        return close;
    }

    /// Those of a model, by its chat template: one that knows of thoughts names their end.
    static Optional<ThinkingMarks> in(String template) {
        return Arrays.stream(values()).filter(marks -> template.contains(marks.close)).findFirst();
    }
}
