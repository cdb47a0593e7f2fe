package org.fumikura.rag.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.fumikura.rag.RagException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// The library's SQLite database: what is not search.
///
/// Write-ahead logging, so that reading never waits for writing; every commit is synced to the
/// disk. The schema is brought up to date by numbered scripts when the database opens; SQLite's
/// `user_version` remembers the last one. Calls may come from any thread: one writes at a time, one
/// reads at a time.
public final class Database implements AutoCloseable {
    /// The last numbered script: the schema that this version writes.
    public static final int SCHEMA = 11;

    private static final int BUSY_MILLIS = 10_000;

    private final Path file;
    private final Handle writer;
    private final Handle reader;

    private Database(Path file, Handle writer, Handle reader) {
        this.file = file;
        this.writer = writer;
        this.reader = reader;
    }

    /// Opens the database in `file`, making or upgrading it as needed.
    ///
    /// @throws RagException `DATABASE_BROKEN` if it cannot be opened or a newer version wrote it;
    ///   `DISK_FULL`, `NOT_WRITABLE`
    public static Database open(Path file) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Jdbi jdbi = Jdbi.create(source);
            Handle writer = jdbi.open();
            try {
                migrate(writer, file);
                return new Database(file, writer, jdbi.open());
            } catch (RuntimeException fault) {
                writer.close();
                throw fault;
            }
        } catch (JdbiException | IOException fault) {
            throw DatabaseFaults.of(fault, file);
        }
    }

    /// Opens the database in `file` for reading alone, also while another process writes to it;
    /// empty if there is none of this version. Where nobody can write, it is taken to stand still.
    ///
    /// @throws RagException `DATABASE_BROKEN`
    public static Optional<Database> openToRead(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        var source = new SQLiteDataSource(config);
        source.setUrl(
                "jdbc:sqlite:"
                        + file.toUri()
                        + "?mode=ro"
                        + (isWritable(file) ? "" : "&immutable=1"));
        try {
            Handle reader = Jdbi.create(source).open();
            if (version(reader) == SCHEMA) {
                return Optional.of(new Database(file, reader, reader));
            }
            reader.close();
            return Optional.empty();
        } catch (JdbiException fault) {
            throw DatabaseFaults.of(fault, file);
        }
    }

    private static boolean isWritable(Path file) {
        return Files.isWritable(file) && Files.isWritable(file.toAbsolutePath().getParent());
    }

    private static int version(Handle handle) {
        return handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
    }

    private static void migrate(Handle handle, Path file) {
        int version = version(handle);
        if (version > SCHEMA) {
            throw new RagException(RagException.Code.DATABASE_BROKEN, file.toString());
        }
        for (int next = version + 1; next <= SCHEMA; next++) {
            int number = next;
            handle.useTransaction(step -> {
                step.createScript(script(number)).execute();
                step.execute("PRAGMA user_version = " + number);
            });
        }
    }

    /// The script that brings the schema from the version before to `number`.
    static String script(int number) {
        String name = String.format(Locale.ROOT, "%03d.sql", number);
        try (InputStream in = Database.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing schema script " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Runs `work` in one transaction of its own and returns what it returns.
    ///
    /// @throws RagException `DISK_FULL`, `NOT_WRITABLE` or `DATABASE_BROKEN`; nothing is written
    public <T> T write(Work<T> work) {
        synchronized (writer) {
            return translated(() -> writer.inTransaction(work::run));
        }
    }

    /// Runs reading `work`; it sees what was committed before.
    ///
    /// @throws RagException `DATABASE_BROKEN`, or what else keeps it from being read
    public <T> T read(Work<T> work) {
        synchronized (reader) {
            return translated(() -> work.run(reader));
        }
    }

    private <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException fault) {
            throw DatabaseFaults.of(fault, file);
        }
    }

    /// Whether SQLite finds its own file and all references in it sound. Reads the whole file.
    boolean isSound() {
        return read(handle ->
                handle.createQuery("PRAGMA integrity_check")
                                .mapTo(String.class)
                                .list()
                                .equals(List.of("ok"))
                        && handle.createQuery("PRAGMA foreign_key_check")
                                .mapToMap()
                                .list()
                                .isEmpty());
    }

    /// Writes all that was committed into a new file, without gaps and write-ahead log.
    void copyInto(Path copy) {
        synchronized (writer) {
            try {
                writer.execute("VACUUM INTO ?", copy.toString());
            } catch (JdbiException fault) {
                throw DatabaseFaults.of(fault, copy);
            }
        }
    }

    /// Writes the file anew without the gaps that deleting has left.
    void compact() {
        synchronized (writer) {
            var _ =
                    translated(() -> {
                        writer.execute("VACUUM");
                        return writer.createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
                                .mapToMap()
                                .list();
                    });
        }
    }

    @Override
    public void close() {
        synchronized (reader) {
            reader.close();
        }
        synchronized (writer) {
            writer.close();
        }
    }

    /// Something to do with an open connection.
    @FunctionalInterface
    public interface Work<T> {
        T run(Handle handle);
    }
}
