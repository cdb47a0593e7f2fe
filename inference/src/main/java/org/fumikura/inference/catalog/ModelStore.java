package org.fumikura.inference.catalog;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The models folder: one GGUF file a model, named as the catalogue says, and beside each the hash
/// it had when it came, `<file>.sha256`. Beside a model that the person brought lies what is known
/// of it, `<file>.json`. The folder can be copied to another machine as it is.
///
/// Stateless but for the folder's path; safe for use by several threads.
public final class ModelStore {
    private static final Logger LOG = LoggerFactory.getLogger(ModelStore.class);

    private final Path folder;
    private final ModelCatalog catalog;

    /// What a check of an installed model found.
    public enum Verification {
        /// The file's hash is the catalogue's, or the recorded one where the catalogue has none.
        INTACT,
        /// The file differs from what came.
        CHANGED,
        /// The file is not there.
        MISSING
    }

    /// @param folder created when the first model comes
    public ModelStore(Path folder, ModelCatalog catalog) {
        this.folder = folder;
        this.catalog = catalog;
    }

    /// Where the models are.
    public Path folder() {
        return folder;
    }

    /// Every model that is known: the catalogue's in its order, then those the person brought.
    public List<ModelEntry> entries() {
        return Stream.concat(catalog.entries().stream(), imported().stream()).toList();
    }

    /// The model of this id, if it is known.
    public Optional<ModelEntry> find(String id) {
        return catalog.find(id)
                .or(() -> imported().stream().filter(entry -> entry.id().equals(id)).findFirst());
    }

    /// The model of this id.
    ///
    /// @throws InferenceException `MODEL_UNKNOWN`
    public ModelEntry get(String id) {
        return find(id).orElseThrow(() -> new InferenceException(Code.MODEL_UNKNOWN, id));
    }

    /// The models whose file is there, in the order of [#entries()].
    public List<ModelEntry> installed() {
        return entries().stream().filter(this::isInstalled).toList();
    }

    /// Whether the model's file is there, with the catalogue's size where that is exact.
    public boolean isInstalled(ModelEntry entry) {
        Path file = file(entry);
        try {
            return Files.isRegularFile(file)
                    && (entry.sha256().isEmpty() || Files.size(file) == entry.sizeBytes());
        } catch (IOException e) {
            return false;
        }
    }

    /// The model's file.
    ///
    /// @throws InferenceException `MODEL_UNKNOWN`, or `MODEL_MISSING` if it is not installed
    public Path path(String id) {
        ModelEntry entry = get(id);
        if (!isInstalled(entry)) {
            throw new InferenceException(Code.MODEL_MISSING, id);
        }
        return file(entry);
    }

    /// Reads the whole file and compares its hash.
    ///
    /// @throws InferenceException `MODEL_UNKNOWN`, or `IO_FAILED` if the file cannot be read
    public Verification verify(String id) {
        ModelEntry entry = get(id);
        Path file = file(entry);
        if (!Files.isRegularFile(file)) {
            return Verification.MISSING;
        }
        Optional<String> expected = entry.sha256().or(() -> recordedHash(entry));
        boolean same = expected.isPresent() && expected.get().equals(Sha256.of(file));
        return same ? Verification.INTACT : Verification.CHANGED;
    }

    /// Deletes the model and what an unfinished download of it left. Without it nothing happens.
    ///
    /// @throws InferenceException `MODEL_UNKNOWN`, or `IO_FAILED` if it cannot be deleted
    public void remove(String id) {
        ModelEntry entry = get(id);
        try {
            Files.deleteIfExists(file(entry));
            Files.deleteIfExists(noteFile(entry));
            Files.deleteIfExists(hashFile(entry));
        } catch (IOException e) {
            throw new InferenceException(Code.IO_FAILED, file(entry).toString(), e);
        }
        DownloadFolder.of(folder, entry.id()).delete();
    }

    /// Where the model's file is or will be.
    Path file(ModelEntry entry) {
        return folder.resolve(entry.fileName());
    }

    /// Notes what is known of a model that the person brought.
    void recordEntry(ModelEntry entry) throws IOException {
        CatalogJson.MAPPER
                .writerWithDefaultPrettyPrinter()
                .writeValue(noteFile(entry).toFile(), entry);
    }

    private List<ModelEntry> imported() {
        List<ModelEntry> entries = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return entries;
        }
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder, "*.gguf.json")) {
            for (Path note : notes) {
                read(note).filter(this::isInstalled).ifPresent(entries::add);
            }
        } catch (IOException e) {
            LOG.warn("The models folder cannot be read: {}", e.toString());
        }
        entries.sort(Comparator.comparing(ModelEntry::id));
        return entries;
    }

    private static Optional<ModelEntry> read(Path note) {
        try {
            return Optional.of(CatalogJson.MAPPER.readValue(note.toFile(), ModelEntry.class));
        } catch (IOException e) {
            LOG.warn("{} does not say what its model is: {}", note, e.toString());
            return Optional.empty();
        }
    }

    private Path noteFile(ModelEntry entry) {
        return folder.resolve(entry.fileName() + ".json");
    }

    /// Notes the hash a model came with.
    void recordHash(ModelEntry entry, String sha256) throws IOException {
        Files.writeString(hashFile(entry), sha256 + "\n");
    }

    private Optional<String> recordedHash(ModelEntry entry) {
        try {
            return Optional.of(Files.readString(hashFile(entry)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path hashFile(ModelEntry entry) {
        return folder.resolve(entry.fileName() + ".sha256");
    }
}
