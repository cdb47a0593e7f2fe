package org.fumikura.rag.answer;

import dev.langchain4j.model.chat.response.ChatResponse;
import org.fumikura.rag.RagException;

/// What a model thinks before it answers, as it comes. For one thread at a time.
final class Thoughts {
    private final StringBuilder told = new StringBuilder();

    void add(String more) {
        told.append(more);
    }

    /// Whether the complete response has more thoughts than were told: its marks said only late
    /// that a beginning was one. They are taken in.
    boolean cameLateIn(ChatResponse response) {
        String all = of(response);
        boolean late = all.length() > text().length();
        if (late) {
            told.setLength(0);
            told.append(all);
        }
        return late;
    }

    /// All of them; empty if there are none.
    String text() {
        return told.toString().strip();
    }

    /// Whether a response is thoughts and nothing else.
    static boolean isAllIn(ChatResponse response) {
        return !of(response).isEmpty() && said(response).isBlank();
    }

    /// The answer in a response.
    static String said(ChatResponse response) {
        String text = response.aiMessage().text();
        return text == null ? "" : text;
    }

    /// What is told where there is no answer for all the thinking.
    static RagException unfinished() {
        return new RagException(RagException.Code.THOUGHT_UNFINISHED, "");
    }

    private static String of(ChatResponse response) {
        String thoughts = response.aiMessage().thinking();
        return thoughts == null ? "" : thoughts.strip();
    }
}
