package org.fumikura.inference.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Consumer;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.Progress;
import org.fumikura.inference.Sha256;
import org.fumikura.inference.gguf.GgufHeader;

/// Takes a person's own GGUF file into the models folder, as a copy; the person's file is only
/// read. What is no whole model of a network that some runtime here can run is refused before a
/// byte is copied, and a copy that is not finished leaves nothing behind.
///
/// Blocking: call it outside the user interface's thread.
public final class ModelImport {
    private static final int BUFFER = 1 << 20;

    private final ModelStore store;

    public ModelImport(ModelStore store) {
        this.store = store;
    }

    /// Copies the model. A file that is a model of the catalogue, by its hash, becomes that model.
    ///
    /// @param progress called often, on this thread
    /// @param cancel stops the copying within a moment
    /// @return the model as it is known from now on
    /// @throws InferenceException `MODEL_NOT_GGUF`, `MODEL_BROKEN`, `MODEL_SPLIT`,
    ///   `MODEL_UNSUPPORTED`, `MODEL_DUPLICATE`, `DISK_FULL`, `IO_FAILED` or `CANCELLED`
    public ModelEntry add(Path file, Consumer<Progress> progress, CancellationToken cancel) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new InferenceException(Code.IO_FAILED, file.toString());
        }
        GgufHeader header = GgufHeader.read(file);
        ImportedModel.requireUsable(file, header);
        refuseIfHere(file, header.fileBytes());
        String id = unusedId(ImportedModel.id(file));
        DownloadFolder work = DownloadFolder.of(store.folder(), "import-" + id);
        try {
            DiskSpace.require(work.create(), header.fileBytes());
            Path part = work.path().resolve("model.part");
            String hash = copy(file, part, progress, cancel);
            ModelEntry entry =
                    listed(hash).orElseGet(() -> ImportedModel.entry(id, file, header, hash));
            if (store.isInstalled(entry)) {
                throw new InferenceException(Code.MODEL_DUPLICATE, entry.id());
            }
            store.recordHash(entry, hash);
            if (entry.isImported()) {
                store.recordEntry(entry);
            }
            Files.move(part, store.file(entry), StandardCopyOption.ATOMIC_MOVE);
            return entry;
        } catch (IOException e) {
            cancel.throwIfCancelled(id);
            throw DiskSpace.failure(work.path(), e);
        } finally {
            work.delete();
        }
    }

    /// Looks for the same model among those of the same size, before gigabytes are copied.
    private void refuseIfHere(Path file, long size) {
        boolean sameSize = store.installed().stream().anyMatch(entry -> entry.sizeBytes() == size);
        if (sameSize) {
            String hash = Sha256.of(file);
            store.installed().stream()
                    .filter(entry -> entry.sha256().filter(hash::equals).isPresent())
                    .findFirst()
                    .ifPresent(entry -> {
                        throw new InferenceException(Code.MODEL_DUPLICATE, entry.id());
                    });
        }
    }

    private Optional<ModelEntry> listed(String hash) {
        return store.entries().stream()
                .filter(entry -> entry.sha256().filter(hash::equals).isPresent())
                .findFirst();
    }

    private String unusedId(String wanted) {
        String id = wanted;
        for (int i = 2; store.find(id).isPresent(); i++) {
            id = wanted + "-" + i;
        }
        return id;
    }

    private static String copy(
            Path file, Path part, Consumer<Progress> progress, CancellationToken cancel)
            throws IOException {
        MessageDigest digest = Sha256.digest();
        String name = String.valueOf(file.getFileName());
        long total = Files.size(file);
        long done = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = Files.newOutputStream(part)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                cancel.throwIfCancelled(name);
                digest.update(buffer, 0, count);
                out.write(buffer, 0, count);
                done += count;
                progress.accept(new Progress(name, done, total));
            }
        }
        return Sha256.hex(digest);
    }
}
