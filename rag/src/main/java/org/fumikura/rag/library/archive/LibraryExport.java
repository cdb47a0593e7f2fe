package org.fumikura.rag.library.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.FileUtils;
import org.fumikura.rag.DiskFaults;
import org.fumikura.rag.RagException;
import org.fumikura.rag.library.Database;
import org.fumikura.rag.library.Library;

/// Writes a library into one file: its database with the texts of all documents, conversations and
/// settings, its index with the vectors, and a checksum of each part. The documents' own files are
/// not in it, nor are models or the keys of other machines.
public final class LibraryExport {
    private LibraryExport() {}

    /// Writes `library` into `archive`, which appears when it is complete. A file of that name is
    /// replaced. Ends with a `CancellationException` when the thread is interrupted; then, and
    /// after a fault, nothing is left.
    ///
    /// @param scratch a folder for what is in the making, on the library's own disk; removed before
    ///   and after
    /// @return the archive's size in bytes
    /// @throws RagException `DISK_FULL`, `NOT_WRITABLE`
    public static long write(Library library, Path scratch, Path archive, Progress progress) {
        Path part = archive.resolveSibling(archive.getFileName() + ".part");
        try {
            try {
                FileUtils.deleteDirectory(scratch.toFile());
                Files.createDirectories(scratch);
                library.copyInto(scratch);
                pack(scratch, part, progress);
                Copying.force(part);
                Files.move(
                        part,
                        archive,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                return Files.size(archive);
            } finally {
                FileUtils.deleteQuietly(scratch.toFile());
                Files.deleteIfExists(part);
            }
        } catch (ClosedByInterruptException interrupt) {
            throw Copying.cancelled();
        } catch (IOException fault) {
            throw new RagException(
                    DiskFaults.code(fault).orElse(RagException.Code.NOT_WRITABLE),
                    archive.toString(),
                    fault);
        }
    }

    private static void pack(Path folder, Path archive, Progress progress) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        long total = 0;
        for (Path file : files) {
            total += Files.size(file);
        }
        var copying = new Copying(progress, total);
        try (OutputStream out = Files.newOutputStream(archive);
                var zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16))) {
            zip.setLevel(Deflater.BEST_SPEED);
            var members = new ArrayList<Contents.Member>();
            for (Path file : files) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                zip.putNextEntry(new ZipEntry(name));
                try (InputStream in = Files.newInputStream(file)) {
                    members.add(new Contents.Member(name, Files.size(file), copying.copy(in, zip)));
                }
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry(Contents.NAME));
            JsonMapper.builder()
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .build()
                    .writeValue(zip, new Contents(Contents.FORMAT, Database.SCHEMA, members));
            zip.closeEntry();
        }
    }
}
