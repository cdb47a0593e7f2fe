package org.fumikura.rag.chat;

import java.time.Instant;
import org.fumikura.rag.answer.Answer;

/// A question and its answer, as they were given.
public record Turn(long id, Instant asked, Answer answer) {}
