package org.fumikura.rag.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.RagException;
import org.fumikura.rag.index.PassageIndex;
import org.jdbi.v3.core.Handle;

/// The one thread that writes to the database's documents and to the index.
///
/// What waits is written in batches, each in three steps: a transaction that keeps the new texts
/// and says what each file holds; one index commit that takes old passages out and puts new ones
/// in; a transaction that marks the documents indexed. A file is in one batch or another, never in
/// two. A crash between the steps leaves documents marked as not indexed, which the next start
/// indexes from their stored text.
final class IndexWriting implements AutoCloseable {
    private static final int QUEUE = 16;
    private static final int BATCH = 32;

    private final Database database;
    private final PassageIndex index;
    private final Bulletin bulletin;
    private final Embedding embedding;
    private final BlockingQueue<IndexWrite> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread;

    /// Held while a batch is written: an interrupt in the middle of one would close Lucene's files
    /// under it.
    private final Object writing = new Object();

    private volatile boolean closed;

    IndexWriting(Database database, PassageIndex index, Bulletin bulletin, Embedding embedding) {
        this.database = database;
        this.index = index;
        this.bulletin = bulletin;
        this.embedding = embedding;
        this.thread = Thread.ofPlatform().name("library-writer").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Hands work over, waiting while too much of it is under way. After [#close()] whoever waits
    /// for the work hears `CLOSED` at once.
    void submit(IndexWrite write) throws InterruptedException {
        queue.put(write);
        if (closed) {
            giveUp();
        }
    }

    /// Stops after the batch being written; what still waits is found again at the next start.
    @Override
    public void close() throws InterruptedException {
        synchronized (writing) {
            closed = true;
            thread.interrupt();
        }
        thread.join();
        giveUp();
    }

    private void giveUp() {
        var left = new ArrayList<IndexWrite>();
        queue.drainTo(left);
        if (!left.isEmpty()) {
            fail(left, new RagException(RagException.Code.CLOSED, ""));
        }
    }

    private void run() {
        var batch = new ArrayList<IndexWrite>();
        try {
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch, BATCH - 1);
                synchronized (writing) {
                    if (Thread.currentThread().isInterrupted()) {
                        fail(batch, new RagException(RagException.Code.CLOSED, ""));
                        return;
                    }
                    writeOrFail(batch);
                }
                batch.clear();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /// No fault ends the thread: those who wait for the batch hear of it.
    private void writeOrFail(List<IndexWrite> batch) {
        try {
            write(batch);
        } catch (RuntimeException fault) {
            fail(batch, fault);
            bulletin.failed(fault);
        }
    }

    private void write(List<IndexWrite> batch) {
        Plan plan = database.write(handle -> record(handle, index, batch));
        for (IndexWrite write : batch) {
            switch (write) {
                case IndexWrite.Put put -> {
                    if (plan.indexed.contains(put.id())) {
                        String title = Titles.searched(put.document().title(), put.file());
                        index.replace(put.id(), title, put.passages());
                    }
                }
                case IndexWrite.Reindex again ->
                        index.replace(again.id(), again.title(), again.passages());
                case IndexWrite.Vectors made ->
                        index.putVectors(
                                made.vectors().stream()
                                        .filter(v -> plan.embedded.containsKey(v.id().document()))
                                        .toList());
                case IndexWrite.Verify verify ->
                        plan.checkup(verify).strays().forEach(index::remove);
                case IndexWrite.Compact _ -> plan.compact = true;
                case IndexWrite.Link _, IndexWrite.Fail _, IndexWrite.Remove _ -> {}
            }
        }
        plan.orphans.forEach(index::remove);
        index.commit();
        database.write(handle -> settle(handle, plan));
        if (plan.compact) {
            index.compact();
            database.compact();
        }
        batch.forEach(write -> announce(write, plan));
    }

    /// The first transaction: what the files hold from now on.
    private static Plan record(Handle handle, PassageIndex index, List<IndexWrite> batch) {
        var plan = new Plan();
        for (IndexWrite write : batch) {
            switch (write) {
                case IndexWrite.Put put -> {
                    // Another file with the same bytes may have been read at the same time.
                    boolean isNew = !DocumentTable.isIndexed(handle, put.id());
                    if (isNew) {
                        DocumentTable.put(handle, put.id(), put.document(), put.passages().size());
                    }
                    if (FileTable.hold(handle, put.file(), put.stamp(), put.id()) && isNew) {
                        plan.indexed.add(put.id());
                    }
                }
                case IndexWrite.Link link -> {
                    // If the document went meanwhile, the file keeps waiting and the next start
                    // reads it.
                    if (DocumentTable.isIndexed(handle, link.id())) {
                        FileTable.hold(handle, link.file(), link.stamp(), link.id());
                    }
                }
                case IndexWrite.Fail fail ->
                        FileTable.fail(handle, fail.file(), fail.stamp(), fail.problem());
                case IndexWrite.Reindex again -> {
                    DocumentTable.setPassages(handle, again.id(), again.passages().size());
                    plan.indexed.add(again.id());
                }
                case IndexWrite.Vectors made ->
                        made.upTo()
                                .forEach((id, count) -> {
                                    if (DocumentTable.isIndexed(handle, id)) {
                                        plan.embedded.put(id, count);
                                    }
                                });
                case IndexWrite.Remove remove -> plan.removed.put(remove, takeOut(handle, remove));
                case IndexWrite.Verify verify ->
                        plan.compared.put(
                                verify, Comparison.of(handle, index, verify.databaseSound()));
                case IndexWrite.Compact _ -> {}
            }
        }
        plan.orphans.addAll(DocumentTable.orphans(handle));
        return plan;
    }

    private static List<LibraryFile> takeOut(Handle handle, IndexWrite.Remove remove) {
        List<LibraryFile> files =
                FileTable.all(handle).stream()
                        .filter(file -> remove.paths().stream().anyMatch(file.path()::startsWith))
                        .toList();
        files.forEach(file -> FileTable.delete(handle, file.path()));
        return files;
    }

    /// The second transaction: the index holds what it should.
    private static Plan settle(Handle handle, Plan plan) {
        plan.indexed.forEach(id -> DocumentTable.markIndexed(handle, id));
        plan.embedded.forEach((id, count) -> DocumentTable.setEmbedded(handle, id, count));
        plan.orphans.forEach(id -> DocumentTable.delete(handle, id));
        return plan;
    }

    private void announce(IndexWrite write, Plan plan) {
        switch (write) {
            case IndexWrite.Put put -> {
                embedding.want(put.id(), put.job());
                bulletin.stopReading(put.file());
                put.job().read(put.file());
            }
            case IndexWrite.Link link -> {
                embedding.want(link.id(), link.job());
                bulletin.stopReading(link.file());
                link.job().read(link.file());
            }
            case IndexWrite.Fail fail -> {
                bulletin.stopReading(fail.file());
                fail.job().read(fail.file());
            }
            case IndexWrite.Reindex again -> {
                embedding.want(again.id(), again.job());
                bulletin.changed(again.id());
                again.job().reindexed(again.id());
            }
            case IndexWrite.Vectors made ->
                    made.upTo()
                            .keySet()
                            .forEach(id -> {
                                bulletin.changed(id);
                                embedding.progressed(id);
                            });
            case IndexWrite.Remove remove -> {
                List<LibraryFile> files = plan.removed.getOrDefault(remove, List.of());
                files.forEach(file -> bulletin.removed(file.path()));
                remove.removed().complete(files);
            }
            case IndexWrite.Verify verify -> verify.found().complete(plan.checkup(verify));
            case IndexWrite.Compact compact -> compact.done().complete(index.size());
        }
    }

    private void fail(List<IndexWrite> batch, RuntimeException fault) {
        for (IndexWrite write : batch) {
            switch (write) {
                case IndexWrite.Put put -> {
                    bulletin.stopReading(put.file());
                    put.job().fail(fault);
                }
                case IndexWrite.Link link -> {
                    bulletin.stopReading(link.file());
                    link.job().fail(fault);
                }
                case IndexWrite.Fail fail -> {
                    bulletin.stopReading(fail.file());
                    fail.job().fail(fault);
                }
                case IndexWrite.Reindex again -> again.job().fail(fault);
                case IndexWrite.Vectors _ -> embedding.fail(fault);
                case IndexWrite.Remove remove -> remove.removed().completeExceptionally(fault);
                case IndexWrite.Verify verify -> verify.found().completeExceptionally(fault);
                case IndexWrite.Compact compact -> compact.done().completeExceptionally(fault);
            }
        }
    }

    /// What a batch comes to.
    private static final class Plan {
        private final Set<DocumentId> indexed = new LinkedHashSet<>();
        private final Map<DocumentId, Integer> embedded = new LinkedHashMap<>();
        private final List<DocumentId> orphans = new ArrayList<>();
        private final Map<IndexWrite.Remove, List<LibraryFile>> removed = new LinkedHashMap<>();
        private final Map<IndexWrite.Verify, Checkup> compared = new LinkedHashMap<>();
        private boolean compact;

        Checkup checkup(IndexWrite.Verify verify) {
            return Objects.requireNonNull(compared.get(verify));
        }
    }
}
