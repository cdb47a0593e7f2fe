package org.fumikura.inference.llama;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaIterator;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.fumikura.inference.engine.NativeModel;
import org.fumikura.inference.engine.Sampling;
import org.fumikura.inference.engine.Turn;

/// A model loaded by java-llama.cpp, never closed: see the package.
final class LlamaCppModel implements NativeModel {
    private final LlamaModel model;

    LlamaCppModel(LlamaModel model) {
        this.model = model;
    }

    @Override
    public String render(List<Turn> turns) {
        StringBuilder system = new StringBuilder();
        List<Pair<String, String>> messages = new ArrayList<>();
        for (Turn turn : turns) {
            switch (turn.role()) {
                case SYSTEM -> system.append(system.isEmpty() ? "" : "\n\n").append(turn.text());
                case USER -> messages.add(new Pair<>("user", turn.text()));
                case ASSISTANT -> messages.add(new Pair<>("assistant", turn.text()));
            }
        }
        return model.applyTemplate(
                new InferenceParameters("").setMessages(system.toString(), messages));
    }

    @Override
    public int[] tokens(String text) {
        return model.encode(text);
    }

    @Override
    public String text(int[] tokens) {
        return model.decode(tokens);
    }

    @Override
    public void prefill(String prompt) {
        model.complete(
                new InferenceParameters(prompt)
                        .setNPredict(0)
                        .setTemperature(0)
                        .setCachePrompt(true));
    }

    @Override
    public void generate(
            String prompt, Sampling sampling, Consumer<String> onText, BooleanSupplier stopped) {
        InferenceParameters parameters =
                new InferenceParameters(prompt)
                        .setNPredict(sampling.maxTokens())
                        .setTemperature((float) sampling.temperature())
                        .setTopP((float) sampling.topP())
                        .setTopK(sampling.topK())
                        .setMinP(0)
                        .setRepeatPenalty(1)
                        .setCachePrompt(true);
        if (!sampling.stops().isEmpty()) {
            parameters.setStopStrings(sampling.stops().toArray(String[]::new));
        }
        LlamaIterator tokens = model.generate(parameters).iterator();
        while (tokens.hasNext()) {
            if (stopped.getAsBoolean()) {
                tokens.cancel();
                return;
            }
            String text = tokens.next().text;
            if (!text.isEmpty()) {
                onText.accept(text);
            }
        }
    }

    @Override
    public float[] embed(String text) {
        return model.embed(text);
    }
}
