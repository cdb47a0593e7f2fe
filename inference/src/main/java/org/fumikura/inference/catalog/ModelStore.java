package org.fumikura.inference.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;

/// The models folder: one GGUF file a model, named as the catalogue says, and beside each the hash
/// it had when it came, `<file>.sha256`. The folder can be copied to another machine as it is.
///
/// Stateless but for the folder's path; safe for use by several threads.
public final class ModelStore {
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

    /// The models whose file is there, in the catalogue's order.
    public List<ModelEntry> installed() {
        return catalog.entries().stream().filter(this::isInstalled).toList();
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
        ModelEntry entry = catalog.get(id);
        if (!isInstalled(entry)) {
            throw new InferenceException(Code.MODEL_MISSING, id);
        }
        return file(entry);
    }

    /// Reads the whole file and compares its hash.
    ///
    /// @throws InferenceException `MODEL_UNKNOWN`, or `IO_FAILED` if the file cannot be read
    public Verification verify(String id) {
        ModelEntry entry = catalog.get(id);
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
        ModelEntry entry = catalog.get(id);
        try {
            Files.deleteIfExists(file(entry));
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
