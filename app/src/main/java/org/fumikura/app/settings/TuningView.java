package org.fumikura.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.fumikura.app.feedback.FeedbackExportView;
import org.fumikura.app.feedback.FeedbackViewModel;
import org.fumikura.app.fx.PanelHead;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.View;
import org.fumikura.app.models.ModelTuning;
import org.fumikura.app.models.RuntimePreference;
import org.fumikura.app.template.TemplatesView;
import org.fumikura.app.template.TemplatesViewModel;
import org.fumikura.rag.index.OwnWords;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// The panel with the settings of models, and the person's own words.
public final class TuningView extends View {
    private static final List<Integer> CONTEXTS = List.of(2048, 4096, 8192, 16_384, 32_768);
    private static final List<Double> TEMPERATURES = List.of(0.0, 0.2, 0.5, 0.8, 1.0);
    private static final int ALL_LAYERS = -1;
    private static final List<Integer> GPU_LAYERS = List.of(ALL_LAYERS, 0, 8, 16, 24, 32);
    private static final List<Integer> IDLE_MINUTES = List.of(5, 30, 120, 1440);

    private final TuningViewModel model;
    private final FeedbackViewModel feedback;
    private final TemplatesViewModel templates;
    private final Runnable compare;
    private final Messages messages;
    private final VBox rows = new VBox(16);
    private final VBox node = new VBox();

    /// @param compare goes to comparing two answers
    /// @param close takes the panel out of the window
    public TuningView(
            TuningViewModel model,
            FeedbackViewModel feedback,
            TemplatesViewModel templates,
            Runnable compare,
            Messages messages,
            Runnable close) {
        this.model = model;
        this.feedback = feedback;
        this.templates = templates;
        this.compare = compare;
        this.messages = messages;
        node.setId("settings");
        node.getStyleClass().add(Styles.PANEL);
        rows.getStyleClass().add(Styles.PAGE);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add(atlantafx.base.theme.Styles.FLAT);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        node.getChildren()
                .addAll(new PanelHead(messages, messages.get("settings.title"), close), scroll);
        keep(model.tuning().subscribe(this::show));
    }

    @Override
    public Node node() {
        return node;
    }

    private void show(ModelTuning now) {
        Button reset = new Button(messages.get("settings.reset"));
        reset.setOnAction(_ -> model.reset());
        rows.getChildren()
                .setAll(
                        answerLanguage(),
                        new PrinciplesView(model, messages),
                        new TemplatesView(templates, messages),
                        context(now),
                        threads(now),
                        gpuLayers(now),
                        runtime(now),
                        temperature(now),
                        idle(now),
                        readAhead(),
                        adapter(now),
                        reset,
                        ownWords(),
                        new FeedbackExportView(feedback, messages),
                        comparing());
    }

    private Node comparing() {
        Button open = new Button(messages.get("compare.open"));
        open.setId("settings-compare");
        open.setOnAction(_ -> compare.run());
        return new VBox(
                6,
                Prose.label(messages.get("compare.title"), Styles.FILE_NAME),
                Prose.label(messages.get("compare.about"), Styles.MUTED),
                open);
    }

    private Node context(ModelTuning now) {
        return choice(
                "settings.context",
                with(CONTEXTS, now.contextTokens()),
                now.contextTokens(),
                tokens -> messages.get("settings.tokens", tokens),
                tokens -> model.change(tuning -> tuning.withContextTokens(tokens)));
    }

    private Node threads(ModelTuning now) {
        int processors = Runtime.getRuntime().availableProcessors();
        return choice(
                "settings.threads",
                IntStream.rangeClosed(0, Math.max(processors, now.threads().orElse(0)))
                        .boxed()
                        .toList(),
                now.threads().orElse(0),
                count -> count == 0 ? messages.get("settings.automatic") : Integer.toString(count),
                count ->
                        model.change(tuning ->
                                tuning.withThreads(
                                        count == 0 ? OptionalInt.empty() : OptionalInt.of(count))));
    }

    private Node gpuLayers(ModelTuning now) {
        return choice(
                "settings.gpu",
                with(GPU_LAYERS, now.gpuLayers().orElse(ALL_LAYERS)),
                now.gpuLayers().orElse(ALL_LAYERS),
                this::layers,
                count ->
                        model.change(tuning ->
                                tuning.withGpuLayers(
                                        count == ALL_LAYERS
                                                ? OptionalInt.empty()
                                                : OptionalInt.of(count))));
    }

    private String layers(int count) {
        return switch (count) {
            case ALL_LAYERS -> messages.get("settings.automatic");
            case 0 -> messages.get("settings.gpu.none");
            default -> messages.get("settings.gpu.layers", count);
        };
    }

    private Node runtime(ModelTuning now) {
        return choice(
                "settings.runtime",
                List.of(RuntimePreference.values()),
                now.runtime(),
                choice -> messages.get("settings.runtime." + choice),
                choice -> model.change(tuning -> tuning.withRuntime(choice)));
    }

    private Node temperature(ModelTuning now) {
        return choice(
                "settings.temperature",
                with(TEMPERATURES, now.temperature()),
                now.temperature(),
                degree -> messages.get("settings.temperature.value", degree),
                degree -> model.change(tuning -> tuning.withTemperature(degree)));
    }

    private Node idle(ModelTuning now) {
        int minutes = (int) now.idle().toMinutes();
        return choice(
                "settings.idle",
                with(IDLE_MINUTES, minutes),
                minutes,
                count -> messages.get("settings.minutes", count),
                count -> model.change(tuning -> tuning.withIdle(Duration.ofMinutes(count))));
    }

    private Node readAhead() {
        return choice(
                "settings.read-ahead",
                List.of(ReadAhead.values()),
                model.readAhead().get(),
                choice -> messages.get("settings.read-ahead." + choice),
                model::choose);
    }

    private Node answerLanguage() {
        return choice(
                "settings.answer-language",
                List.of(AnswerLanguage.values()),
                model.answerLanguage().get(),
                choice -> messages.get("settings.answer-language." + choice),
                model::choose);
    }

    private Node adapter(ModelTuning now) {
        Button choose = new Button(messages.get("settings.adapter.choose"));
        choose.setOnAction(_ -> chooseAdapter());
        Button none = new Button(messages.get("settings.adapter.none"));
        none.setDisable(now.adapter().isEmpty());
        none.setOnAction(_ -> model.change(tuning -> tuning.withAdapter(Optional.empty())));
        String file = now.adapter().map(Path::toString).orElse(messages.get("settings.none"));
        return new VBox(
                6,
                Prose.label(messages.get("settings.adapter"), Styles.FILE_NAME),
                Prose.label(file, Styles.MUTED),
                new FlowPane(8, 8, choose, none));
    }

    private Node ownWords() {
        TextArea words = new TextArea(model.ownWords().get().lines());
        words.setId("own-words");
        words.setPrefRowCount(4);
        words.setPromptText(messages.get("settings.words.example"));
        words.setAccessibleText(messages.get("settings.words"));
        Button keep = new Button(messages.get("settings.words.keep"));
        keep.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> OwnWords.of(words.getText()).equals(model.ownWords().get()),
                                words.textProperty(),
                                model.ownWords()));
        keep.setOnAction(_ -> model.learn(OwnWords.of(words.getText())));
        return new VBox(
                6,
                Prose.label(messages.get("settings.words"), Styles.FILE_NAME),
                Prose.label(messages.get("settings.words.about"), Styles.MUTED),
                words,
                keep);
    }

    private void chooseAdapter() {
        var chooser = new FileChooser();
        chooser.setTitle(messages.get("settings.adapter"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("GGUF", "*.gguf"));
        Optional.ofNullable(chooser.showOpenDialog(node.getScene().getWindow()))
                .ifPresent(file ->
                        model.change(tuning -> tuning.withAdapter(Optional.of(file.toPath()))));
    }

    /// A name, what it is about, and a list to choose from.
    private <T> Node choice(
            String key, List<T> choices, T chosen, Function<T, String> text, Consumer<T> choose) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(key.replace('.', '-'));
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(T choice) {
                        return choice == null ? "" : text.apply(choice);
                    }

                    @Override
                    public T fromString(String words) {
                        throw new UnsupportedOperationException("nothing is typed here");
                    }
                });
        box.getItems().setAll(choices);
        box.setValue(chosen);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(messages.get(key));
        box.valueProperty()
                .subscribe((before, now) -> {
                    if (!now.equals(before)) {
                        choose.accept(now);
                    }
                });
        return new VBox(
                6,
                Prose.label(messages.get(key), Styles.FILE_NAME),
                Prose.label(messages.get(key + ".about"), Styles.MUTED),
                box);
    }

    private static <T extends Comparable<T>> List<T> with(List<T> usual, T chosen) {
        return Stream.concat(usual.stream(), Stream.of(chosen)).distinct().sorted().toList();
    }
}
