package org.fumikura.inference.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.Progress;
import org.fumikura.inference.gguf.GgufHeader;
import org.fumikura.inference.gguf.Quantization;

/// Stores a model's weights in a smaller form, in a process of its own. Blocking: call it outside
/// the user interface's thread.
public final class Quantizer {
    /// The process ends so when llama.cpp could not do it: most often the file's form, or the disk.
    public static final int FAILED = 1;

    /// The process ends so when the libraries do not work here.
    public static final int UNUSABLE = 2;

    private static final long LOOK_MILLIS = 200;
    private static final String MAIN = "org.fumikura.inference.ffm.QuantizeMain";

    private final Path runtimeFolder;

    /// @param runtimeFolder holds the libraries of a current llama.cpp; the embedded runtime cannot
    ///   do it
    public Quantizer(Path runtimeFolder) {
        this.runtimeFolder = runtimeFolder;
    }

    /// Writes `target` anew; nothing is left there if it fails.
    ///
    /// @param form one of [Quantization#targets()]
    /// @param progress called now and then on this thread; its total is an estimate
    /// @throws InferenceException `UNSUPPORTED` if that would not be smaller or the libraries do
    ///   not work, `MODEL_BROKEN` or `MODEL_NOT_GGUF` for what is no model, `DISK_FULL`,
    ///   `CANCELLED`, `IO_FAILED`
    public void run(
            Path model,
            Path target,
            String form,
            Consumer<Progress> progress,
            CancellationToken cancel) {
        GgufHeader header = GgufHeader.read(model);
        double ratio = Quantization.ratio(header.quantization(), form);
        if (ratio >= 1) {
            throw new InferenceException(Code.UNSUPPORTED, header.quantization() + " to " + form);
        }
        long expected = (long) (header.fileBytes() * ratio);
        try {
            if (Files.getFileStore(folder(target)).getUsableSpace() < expected) {
                throw new InferenceException(Code.DISK_FULL, target.toString());
            }
            int code = run(model, target, form, expected, progress, cancel);
            if (code != 0) {
                throw new InferenceException(
                        code == FAILED ? Code.MODEL_BROKEN : Code.UNSUPPORTED, model.toString());
            }
        } catch (IOException fault) {
            delete(target);
            throw new InferenceException(Code.IO_FAILED, target.toString(), fault);
        } catch (InferenceException fault) {
            delete(target);
            throw fault;
        }
    }

    private int run(
            Path model,
            Path target,
            String form,
            long expected,
            Consumer<Progress> progress,
            CancellationToken cancel)
            throws IOException {
        String name = String.valueOf(target.getFileName());
        Process process =
                JavaProcess.start(
                        folder(target),
                        MAIN,
                        List.of(
                                runtimeFolder.toAbsolutePath().toString(),
                                model.toAbsolutePath().toString(),
                                target.toAbsolutePath().toString(),
                                Integer.toString(Quantization.number(form))));
        try (var _ = cancel.onCancel(process::destroyForcibly)) {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                long done = Files.exists(target) ? Files.size(target) : 0;
                progress.accept(new Progress(name, Math.min(done, expected), expected));
            }
            cancel.throwIfCancelled(name);
            return process.exitValue();
        } catch (InterruptedException interrupt) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new InferenceException(Code.CANCELLED, name);
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException fault) {
            throw new InferenceException(Code.IO_FAILED, file.toString(), fault);
        }
    }
}
