package org.fumikura.rag.chat;

import java.time.Instant;
import java.util.List;
import org.fumikura.rag.answer.Answer;

/// A question and its answer, as they were given.
///
/// @param files what it has to offer as files
public record Turn(long id, Instant asked, Answer answer, List<TurnFile> files) {
    public Turn {
        files = List.copyOf(files);
    }
}
