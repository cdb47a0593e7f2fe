package org.fumikura.rag.answer;

import java.util.concurrent.CancellationException;
import org.fumikura.rag.answer.GroundedAnswerer.WritingModel;
import org.jspecify.annotations.Nullable;

/// A person's wish that a piece of work ends: it reaches the model that writes for it at that
/// moment, and no other. May be used from any thread.
public final class StopSign {
    private boolean raised;
    private @Nullable WritingModel writing;

    /// Ends the work: now if a model writes for it, else before it next asks one.
    public synchronized void raise() {
        raised = true;
        stopWriting();
    }

    /// Whether the work is to end.
    public synchronized boolean isRaised() {
        return raised;
    }

    /// @throws CancellationException if the work is to end
    void check() {
        if (isRaised()) {
            throw new CancellationException();
        }
    }

    /// A model has been asked.
    synchronized void follow(WritingModel model) {
        writing = model;
        if (raised) {
            stopWriting();
        }
    }

    /// The model has ended.
    synchronized void leave() {
        writing = null;
    }

    private void stopWriting() {
        if (writing != null) {
            writing.control().stop();
        }
    }
}
