package org.fumikura.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.fumikura.app.models.ModelTuning;
import org.fumikura.app.models.RuntimePreference;
import org.fumikura.rag.library.Settings;

/// How models are run, among the person's settings. What is not there, or makes no sense, is as the
/// machine suggests. May be used from any thread.
///
/// @param standard what is taken for what the person did not choose
public record StoredTuning(Settings settings, ModelTuning standard) {
    private static final String CONTEXT = "engine.context";
    private static final String THREADS = "engine.threads";
    private static final String GPU_LAYERS = "engine.gpu-layers";
    private static final String TEMPERATURE = "engine.temperature";
    private static final String RUNTIME = "engine.runtime";
    private static final String IDLE_MINUTES = "engine.idle-minutes";
    private static final String ADAPTER = "engine.adapter";

    /// As chosen last.
    public ModelTuning read() {
        try {
            return new ModelTuning(
                    value(CONTEXT, Integer::parseInt).orElse(standard.contextTokens()),
                    number(THREADS),
                    number(GPU_LAYERS),
                    value(TEMPERATURE, Double::parseDouble).orElse(standard.temperature()),
                    value(RUNTIME, RuntimePreference::valueOf).orElse(standard.runtime()),
                    value(IDLE_MINUTES, Long::parseLong)
                            .map(Duration::ofMinutes)
                            .orElse(standard.idle()),
                    value(ADAPTER, Path::of));
        } catch (IllegalArgumentException outOfRange) {
            return standard;
        }
    }

    /// Remembers a choice.
    public void write(ModelTuning tuning) {
        settings.put(CONTEXT, Integer.toString(tuning.contextTokens()));
        settings.put(THREADS, text(tuning.threads()));
        settings.put(GPU_LAYERS, text(tuning.gpuLayers()));
        settings.put(TEMPERATURE, Double.toString(tuning.temperature()));
        settings.put(RUNTIME, tuning.runtime().name());
        settings.put(IDLE_MINUTES, Long.toString(tuning.idle().toMinutes()));
        settings.put(ADAPTER, tuning.adapter().map(Path::toString).orElse(""));
    }

    private OptionalInt number(String name) {
        return value(name, Integer::parseInt).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    private <T> Optional<T> value(String name, Function<String, T> parse) {
        Optional<String> text = settings.get(name).filter(value -> !value.isEmpty());
        try {
            return text.map(parse);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
