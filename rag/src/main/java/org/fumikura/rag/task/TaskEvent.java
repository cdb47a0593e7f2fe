package org.fumikura.rag.task;

import java.time.Duration;

/// How a task goes: any number of `Progress`, then one `Finished` or `Failed`.
public sealed interface TaskEvent {
    /// The part at hand.
    ///
    /// @param part from 1
    record Progress(Step step, int part, int parts) implements TaskEvent {}

    /// It is over; what was done before a stop is kept.
    ///
    /// @param model name of the model that worked; empty if none did
    record Finished(TaskResult result, Extent extent, String model, Duration took)
            implements TaskEvent {}

    /// Nothing came of it. The fault is of this module or of the model's.
    record Failed(RuntimeException fault) implements TaskEvent {}

    /// What is being done.
    enum Step {
        /// A model that is new is asked what is known, to learn how far its opinion counts.
        TRYING,
        /// The document is read part by part.
        READING,
        /// What was found is joined into one text.
        JOINING,
        /// Blocks are written anew.
        WRITING,
        /// Labels are chosen.
        LABELLING
    }

    /// How much was done.
    enum Extent {
        WHOLE,
        /// The person stopped it.
        STOPPED
    }
}
