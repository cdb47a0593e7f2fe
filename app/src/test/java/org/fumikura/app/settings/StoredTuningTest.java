package org.fumikura.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.fumikura.app.fakes.FakeSettings;
import org.fumikura.app.models.ModelTuning;
import org.fumikura.app.models.RuntimePreference;
import org.junit.jupiter.api.Test;

class StoredTuningTest {
    private static final ModelTuning STANDARD = ModelTuning.standard(8L << 30);

    private final FakeSettings settings = new FakeSettings();
    private final StoredTuning stored = new StoredTuning(settings, STANDARD);

    @Test
    void nothingChosenIsAsTheMachineSuggests() {
        assertEquals(STANDARD, stored.read());
        assertEquals(2048, ModelTuning.standard(4L << 30).contextTokens());
        assertEquals(4096, STANDARD.contextTokens());
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var chosen =
                new ModelTuning(
                        8192,
                        OptionalInt.of(3),
                        OptionalInt.of(12),
                        0.7,
                        RuntimePreference.EMBEDDED,
                        Duration.ofMinutes(5),
                        Optional.of(Path.of("adapter.gguf")));
        stored.write(chosen);
        assertEquals(chosen, stored.read());
        stored.write(STANDARD);
        assertEquals(STANDARD, stored.read());
    }

    @Test
    void whatMakesNoSenseIsAsTheMachineSuggests() {
        settings.put("engine.context", "much");
        settings.put("engine.runtime", "FASTER");
        assertEquals(STANDARD, stored.read());
        settings.put("engine.threads", "-1");
        assertEquals(STANDARD, stored.read());
    }
}
