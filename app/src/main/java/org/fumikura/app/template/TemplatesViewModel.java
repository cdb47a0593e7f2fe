package org.fumikura.app.template;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.fumikura.app.fx.Lanes;
import org.fumikura.app.template.TemplateText.Reading;

/// The person's templates, to choose from and to edit. On the UI thread.
public final class TemplatesViewModel {
    private final Lanes lanes;
    private final StoredTemplates stored;
    private final ReadOnlyObjectWrapper<Templates> templates;

    public TemplatesViewModel(Lanes lanes, StoredTemplates stored) {
        this.lanes = lanes;
        this.stored = stored;
        templates = new ReadOnlyObjectWrapper<>(stored.read());
    }

    public ReadOnlyObjectProperty<Templates> templates() {
        return templates.getReadOnlyProperty();
    }

    /// Why something that was typed cannot be kept.
    public sealed interface Refusal {
        /// A template is called by one line, of 60 characters at the most.
        record NoName() implements Refusal {}

        /// Another one is called so.
        record NameTaken(String name) implements Refusal {}

        /// The text cannot be read as a template.
        record NoTemplate(Reading reading) implements Refusal {}
    }

    /// Keeps a template; empty if it is kept.
    ///
    /// @param before what it was called so far; empty for a new one
    public Optional<Refusal> keep(Optional<String> before, String name, String text) {
        String called = name.strip();
        Reading reading = TemplateText.read(text);
        Templates others = before.map(templates.get()::without).orElse(templates.get());
        if (!PromptTemplate.isName(called)) {
            return Optional.of(new Refusal.NoName());
        }
        if (others.find(called).isPresent()) {
            return Optional.of(new Refusal.NameTaken(called));
        }
        if (!(reading instanceof Reading.Understood)) {
            return Optional.of(new Refusal.NoTemplate(reading));
        }
        change(others.with(new PromptTemplate(called, text)));
        return Optional.empty();
    }

    /// Forgets a template.
    public void forget(String name) {
        change(templates.get().without(name));
    }

    private void change(Templates now) {
        templates.set(now);
        lanes.work().execute(() -> stored.write(now));
    }
}
