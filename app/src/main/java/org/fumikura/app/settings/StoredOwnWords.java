package org.fumikura.app.settings;

import org.fumikura.rag.index.OwnWords;
import org.fumikura.rag.library.Settings;

/// The person's own words among the settings. The index is cut by them from the next start on.
public record StoredOwnWords(Settings settings) {
    private static final String SETTING = "library.words";

    /// The words as the person wrote them.
    public OwnWords read() {
        return settings.get(SETTING).map(OwnWords::of).orElse(OwnWords.NONE);
    }

    /// Remembers these words in the place of the earlier ones.
    public void write(OwnWords words) {
        settings.put(SETTING, words.lines());
    }
}
