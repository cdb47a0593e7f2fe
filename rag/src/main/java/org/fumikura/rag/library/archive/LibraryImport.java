package org.fumikura.rag.library.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.io.FileUtils;
import org.fumikura.rag.DiskFaults;
import org.fumikura.rag.RagException;
import org.fumikura.rag.RagException.Code;
import org.fumikura.rag.library.Database;
import org.jspecify.annotations.Nullable;

/// Takes in a library that [LibraryExport] wrote.
///
/// It goes in two steps. [#unpack] puts everything beside the library that is there and checks it;
/// a process killed meanwhile has changed nothing. [#takeUp] then lets both change places; a
/// process killed in the middle of that goes on at the next start. The library that was there
/// before is set aside, never deleted.
public final class LibraryImport {
    private static final String DATABASE = "library.db";
    private static final String INDEX = "index";

    /// SQLite's files; what was not yet written into the first goes before it.
    private static final List<String> DATABASE_FILES =
            List.of(DATABASE + "-wal", DATABASE + "-shm", DATABASE);

    private final Path home;

    /// @param home the folder that the library is or will be in
    public LibraryImport(Path home) {
        this.home = home;
    }

    /// Where the library that was there before is kept, after [#takeUp()].
    public Path setAside() {
        return home.resolve("before-import");
    }

    /// Checks `archive` and makes it ready for [#takeUp()]. Ends with a `CancellationException`
    /// when the thread is interrupted.
    ///
    /// @throws RagException `ARCHIVE_FOREIGN`, `ARCHIVE_NEWER`, `ARCHIVE_BROKEN`, `DISK_FULL`,
    ///   `NOT_WRITABLE`
    public void unpack(Path archive, Progress progress) {
        Path part = home.resolve("incoming.part");
        try {
            try {
                FileUtils.deleteDirectory(part.toFile());
                Files.createDirectories(part);
                try (ZipFile zip = new ZipFile(archive.toFile())) {
                    unpack(zip, archive, part, progress);
                } catch (ZipException damaged) {
                    throw broken(archive, damaged);
                }
                FileUtils.deleteDirectory(incoming().toFile());
                FileUtils.deleteDirectory(setAside().toFile());
                Files.move(part, incoming(), StandardCopyOption.ATOMIC_MOVE);
                Copying.forceNames(home);
            } finally {
                FileUtils.deleteQuietly(part.toFile());
            }
        } catch (ClosedByInterruptException interrupt) {
            throw Copying.cancelled();
        } catch (IOException fault) {
            throw new RagException(
                    DiskFaults.code(fault).orElse(Code.ARCHIVE_BROKEN), archive.toString(), fault);
        }
    }

    private static void unpack(ZipFile zip, Path archive, Path target, Progress progress)
            throws IOException {
        Contents contents = contents(zip, archive);
        if (Files.getFileStore(target).getUsableSpace() < contents.bytes()) {
            throw new RagException(Code.DISK_FULL, target.toString());
        }
        var copying = new Copying(progress, contents.bytes());
        for (Contents.Member member : contents.members()) {
            ZipEntry entry = zip.getEntry(member.name());
            if (entry == null || entry.getSize() != member.size()) {
                throw broken(archive, null);
            }
            Path file = target.resolve(member.name());
            FileUtils.createParentDirectories(file.toFile());
            String sha256;
            try (InputStream in = zip.getInputStream(entry);
                    OutputStream out = Files.newOutputStream(file)) {
                sha256 = copying.copy(in, out);
            }
            if (!sha256.equals(member.sha256())) {
                throw broken(archive, null);
            }
            Copying.force(file);
        }
        if (!Files.exists(target.resolve(DATABASE))) {
            throw broken(archive, null);
        }
        Database.open(target.resolve(DATABASE)).close();
        try (Stream<Path> all = Files.walk(target)) {
            all.filter(Files::isDirectory).forEach(Copying::forceNames);
        }
    }

    private static Contents contents(ZipFile zip, Path archive) throws IOException {
        ZipEntry list = zip.getEntry(Contents.NAME);
        if (list == null) {
            throw new RagException(Code.ARCHIVE_FOREIGN, archive.toString());
        }
        try (InputStream in = zip.getInputStream(list)) {
            Contents contents =
                    Objects.requireNonNull(
                            JsonMapper.builder()
                                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                                    .build()
                                    .readValue(in, Contents.class));
            if (contents.format() > Contents.FORMAT || contents.schema() > Database.SCHEMA) {
                throw new RagException(Code.ARCHIVE_NEWER, archive.toString());
            }
            return contents;
        } catch (JsonProcessingException damaged) {
            throw broken(archive, damaged);
        }
    }

    /// Lets what was unpacked take the library's place, if anything was. The library must be open
    /// nowhere.
    ///
    /// @return whether there was anything
    /// @throws RagException `NOT_WRITABLE`, `DISK_FULL`
    public boolean takeUp() {
        if (!Files.isDirectory(incoming())) {
            return false;
        }
        try {
            Files.createDirectories(setAside());
            if (Files.exists(incoming().resolve(DATABASE))) {
                // What moved before the process was killed is not there to be moved once more.
                change(INDEX, List.of(INDEX));
                change(DATABASE, DATABASE_FILES);
            }
            FileUtils.deleteDirectory(incoming().toFile());
            Copying.forceNames(home);
            return true;
        } catch (IOException fault) {
            throw new RagException(
                    DiskFaults.code(fault).orElse(Code.NOT_WRITABLE), home.toString(), fault);
        }
    }

    /// Sets the old files aside and moves the new one in.
    private void change(String name, List<String> old) throws IOException {
        Path fresh = incoming().resolve(name);
        if (!Files.exists(fresh)) {
            return;
        }
        for (String file : old) {
            Path there = home.resolve(file);
            Path kept = setAside().resolve(file);
            if (Files.exists(there) && Files.exists(kept)) {
                // Made anew after the process was killed in the middle of this.
                FileUtils.forceDelete(there.toFile());
            } else if (Files.exists(there)) {
                Files.move(there, kept, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Files.move(fresh, home.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        Copying.forceNames(home);
    }

    private Path incoming() {
        return home.resolve("incoming");
    }

    private static RagException broken(Path archive, @Nullable Throwable cause) {
        return cause == null
                ? new RagException(Code.ARCHIVE_BROKEN, archive.toString())
                : new RagException(Code.ARCHIVE_BROKEN, archive.toString(), cause);
    }
}
