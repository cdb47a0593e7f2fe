package org.fumikura.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fumikura.rag.Scope;
import org.fumikura.rag.library.LibraryCollection;
import org.fumikura.rag.library.LibraryCollections;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `library collections`: the named groups of files and folders.
@Command(
        name = "collections",
        mixinStandardHelpOptions = true,
        description =
                "Every collection with its files and folders (made by: add --collection NAME).")
final class LibraryCollectionsCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "One JSON line a collection.")
    private boolean json;

    @Option(
            names = "--delete",
            paramLabel = "NAME",
            description = "Forget a collection; its files stay in the library.")
    private @Nullable String deleted;

    LibraryCollectionsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String name = deleted;
        return name == null
                ? session.reading(services -> list(services.collections()))
                : session.with(services -> delete(services.collections(), name));
    }

    private int delete(LibraryCollections collections, String name) {
        if (collections.scope(name).isEmpty()) {
            sayUnknown(session, collections, name);
            return ExitCode.USAGE;
        }
        collections.delete(name);
        return list(collections);
    }

    private int list(LibraryCollections collections) {
        Console console = session.console();
        List<LibraryCollection> all = collections.all();
        for (LibraryCollection collection : all) {
            List<String> paths = collection.paths().stream().map(Path::toString).toList();
            if (json) {
                console.print(new CollectionLine(collection.name(), collection.files(), paths));
            } else {
                console.print(
                        session.text(
                                "cli.library.collection", collection.name(), collection.files()));
                paths.forEach(path -> console.print("  " + path));
            }
        }
        if (all.isEmpty() && !json) {
            console.note(session.text("cli.library.noCollections"));
        }
        return ExitCode.DONE;
    }

    /// The collection that a command is restricted to, or all; nothing, after saying so, if there
    /// is no such collection.
    static Optional<Scope> scope(
            Session session, LibraryCollections collections, @Nullable String name) {
        if (name == null) {
            return Optional.of(Scope.EVERYTHING);
        }
        Optional<Scope> found = collections.scope(name).map(scope -> scope);
        if (found.isEmpty()) {
            sayUnknown(session, collections, name);
        }
        return found;
    }

    /// Says that there is no such collection, and which there are.
    private static void sayUnknown(Session session, LibraryCollections collections, String name) {
        String known =
                String.join(", ", collections.all().stream().map(LibraryCollection::name).toList());
        session.console().note(session.text("cli.collection.unknown", name, known));
    }

    /// What `library collections --json` prints for each.
    record CollectionLine(String name, int files, List<String> paths) {}
}
