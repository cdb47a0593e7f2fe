package org.fumikura.app.text;

import java.util.Locale;
import org.fumikura.rag.library.RecognitionState;
import org.fumikura.ui.Messages;

/// What to install so that pictures of text are recognised, by the names that packages have on this
/// system.
public final class RecognitionText {
    private RecognitionText() {}

    /// @param state one in which something is missing
    static String install(Messages messages, RecognitionState state) {
        String needed =
                state == RecognitionState.NOT_INSTALLED
                        ? messages.get("recognition.not-installed")
                        : messages.get("recognition.languages-missing");
        return messages.get(
                "quality.both", needed, how(messages, System.getProperty("os.name", "")));
    }

    /// @param system its name as Java tells it
    static String how(Messages messages, String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return messages.get("recognition.windows");
        }
        return name.startsWith("mac")
                ? messages.get("recognition.mac")
                : messages.get("recognition.linux");
    }
}
