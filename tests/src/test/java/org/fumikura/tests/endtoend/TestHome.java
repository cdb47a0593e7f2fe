package org.fumikura.tests.endtoend;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fumikura.app.Composition;
import org.fumikura.app.Home;
import org.fumikura.inference.catalog.ModelCatalog;
import org.fumikura.inference.catalog.ModelStore;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.Question;
import org.fumikura.rag.library.IngestReport;

/// Homes in temporary folders, with the small models that `./fumikura test` brings once.
public final class TestHome {
    private TestHome() {}

    /// A home whose models are the small ones, if [#open] opened it once.
    public static Home at(Path folder) {
        return new Home(folder.toAbsolutePath(), models());
    }

    /// A home without any model.
    public static Home withoutModels(Path folder) {
        return new Home(folder.toAbsolutePath(), folder.toAbsolutePath().resolve("models"));
    }

    /// The services of the home in `folder`, with the small chat model chosen.
    public static Composition open(Path folder) {
        Composition services = Composition.open(at(folder));
        services.models().choose(ModelCatalog.bundled().defaults().test());
        return services;
    }

    /// The model to measure with in the place of the small one: `-Dfumikura.test.chat=ID`.
    public static Optional<String> chatModel() {
        return Optional.ofNullable(System.getProperty("fumikura.test.chat"))
                .filter(id -> !id.isEmpty());
    }

    /// Adds files and waits until they are searchable by meaning.
    public static IngestReport add(Composition services, Path... paths) {
        return services.library().add(List.of(paths)).meaning().join();
    }

    /// Asks the whole library and waits for the answer.
    public static Answer ask(Composition services, String question) {
        return services.answerer()
                .ask(new Question(question, Scope.EVERYTHING, List.of()), event -> {})
                .answer()
                .join();
    }

    /// The file of a small model.
    public static Path model(String id) {
        return new ModelStore(models(), ModelCatalog.bundled()).path(id);
    }

    private static Path models() {
        Path folder = Path.of(System.getProperty("fumikura.test.models", "no-models-folder"));
        ModelCatalog catalog = ModelCatalog.bundled();
        var store = new ModelStore(folder, catalog);
        for (String id : List.of(catalog.defaults().test(), catalog.defaults().embedding())) {
            if (!store.isInstalled(catalog.get(id))) {
                throw new IllegalStateException(
                        "Test model "
                                + id
                                + " is missing: run ./fumikura test, which gets it once");
            }
        }
        return folder;
    }
}
