package org.fumikura.rag.library;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
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
    /// Time without a write after which no other is expected.
    private static final Duration LULL = Duration.ofSeconds(20);

    private final Database database;
    private final PassageIndex index;
    private final Bulletin bulletin;
    private final Embedding embedding;
    private final Recognising recognising;
    private final WriteQueue queue;
    private final BiConsumer<Job, Path> reading;
    private final Thread thread;

    /// Whether what nobody holds was looked for in the whole library: a crash or a fault may have
    /// left some. Used by the writing thread.
    private boolean swept;

    /// Held while a batch is written: an interrupt in the middle of one would close Lucene's files
    /// under it.
    private final Object writing = new Object();

    private final Lull lull;

    private volatile boolean closed;

    /// @param reading reads a file once more for its job, without waiting
    /// @param filesCome whether files are being read or wait for it
    IndexWriting(
            Database database,
            PassageIndex index,
            Bulletin bulletin,
            Embedding embedding,
            Recognising recognising,
            BiConsumer<Job, Path> reading,
            BooleanSupplier filesCome) {
        this.reading = reading;
        this.database = database;
        this.index = index;
        this.queue = new WriteQueue(filesCome);
        this.lull = new Lull(index, LULL, writing);
        this.bulletin = bulletin;
        this.embedding = embedding;
        this.recognising = recognising;
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

    /// Runs `work` while database and index stand still and say the same.
    void betweenBatches(Runnable work) {
        synchronized (writing) {
            work.run();
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
        List<IndexWrite> left = queue.drain();
        if (!left.isEmpty()) {
            fail(left, new RagException(RagException.Code.CLOSED, ""));
        }
    }

    private void run() {
        try {
            while (true) {
                List<IndexWrite> batch = queue.take(lull);
                try {
                    synchronized (writing) {
                        if (Thread.currentThread().isInterrupted()) {
                            fail(batch, new RagException(RagException.Code.CLOSED, ""));
                            return;
                        }
                        writeOrFail(batch);
                    }
                } finally {
                    queue.release(batch);
                }
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
        WritePlan plan = database.write(handle -> record(handle, batch));
        for (IndexWrite write : batch) {
            switch (write) {
                case IndexWrite.Put put -> {
                    if (plan.indexed.contains(put.id())) {
                        String title = Titles.searched(put.document().title(), put.file());
                        index.replace(put.id(), title, put.passages());
                    }
                }
                case IndexWrite.Recognised read -> {
                    if (read.document().isPresent() && plan.indexed.contains(read.id())) {
                        String title = Titles.searched(read.document().get().title(), read.file());
                        index.replace(read.id(), title, read.passages());
                    }
                }
                case IndexWrite.Reindex again ->
                        index.replace(again.id(), again.title(), again.passages());
                case IndexWrite.Vectors made -> index.putVectors(made.in(plan.taken));
                case IndexWrite.Verify verify ->
                        plan.checkup(verify).strays().forEach(index::remove);
                case IndexWrite.Compact _ -> plan.compact = true;
                case IndexWrite.Link _,
                        IndexWrite.Fail _,
                        IndexWrite.Remove _,
                        IndexWrite.Restore _ -> {}
            }
        }
        plan.orphans.forEach(index::remove);
        long commit = System.nanoTime();
        index.commit();
        database.write(handle -> settle(handle, plan));
        queue.committed(System.nanoTime() - commit);
        swept = true;
        if (plan.compact) {
            index.compact();
            database.compact();
        }
        plan.indexed.forEach(embedding::standsAnew);
        batch.forEach(write -> announce(write, plan));
        plan.orphans.forEach(embedding::gone);
    }

    /// The first transaction: what the files hold from now on.
    private WritePlan record(Handle handle, List<IndexWrite> batch) {
        var plan = new WritePlan();
        for (IndexWrite write : batch) {
            switch (write) {
                case IndexWrite.Put put -> {
                    FileTable.document(handle, put.file()).ifPresent(plan.left::add);
                    plan.left.add(put.id());
                    RemovedFiles.forget(handle, put.file());
                    // Another file with the same bytes may have been read at the same time.
                    boolean isNew = !DocumentTable.isIndexed(handle, put.id());
                    if (isNew) {
                        DocumentTable.put(handle, put.id(), put.document(), put.passages().size());
                        FileTable.forgetRecognition(handle, put.id());
                    }
                    if (FileTable.hold(handle, put.file(), put.stamp(), put.id()) && isNew) {
                        plan.index(put.id());
                    }
                }
                case IndexWrite.Link link -> {
                    FileTable.document(handle, link.file()).ifPresent(plan.left::add);
                    if (DocumentTable.isIndexed(handle, link.id())) {
                        RemovedFiles.forget(handle, link.file());
                        FileTable.hold(handle, link.file(), link.stamp(), link.id());
                    } else {
                        // The document went meanwhile.
                        plan.unlinked.add(link);
                    }
                }
                case IndexWrite.Fail fail -> {
                    FileTable.document(handle, fail.file()).ifPresent(plan.left::add);
                    FileTable.fail(handle, fail.file(), fail.stamp(), fail.problem());
                }
                case IndexWrite.Recognised read -> recognise(handle, read, plan);
                case IndexWrite.Reindex again -> {
                    DocumentTable.setPassages(handle, again.id(), again.passages().size());
                    plan.index(again.id());
                }
                case IndexWrite.Vectors made ->
                        made.stretches().forEach(stretch -> take(handle, stretch, plan));
                case IndexWrite.Remove remove ->
                        plan.remove(remove, RemovedFiles.takeOut(handle, remove));
                case IndexWrite.Restore restore ->
                        plan.restored.put(restore, RemovedFiles.putBack(handle, restore));
                case IndexWrite.Verify verify -> {
                    index.emptyIfDamaged();
                    plan.compared.put(verify, Comparison.of(handle, index, verify.databaseSound()));
                }
                case IndexWrite.Compact _ -> {
                    plan.left.addAll(RemovedFiles.forgetBefore(handle, Long.MAX_VALUE));
                    KeptVectors.forgetBefore(handle, Long.MAX_VALUE);
                }
            }
        }
        plan.orphans.addAll(
                swept
                        ? plan.left.stream()
                                .filter(id -> DocumentTable.isOrphan(handle, id))
                                .toList()
                        : DocumentTable.orphans(handle));
        if (batch.stream().noneMatch(IndexWrite.Compact.class::isInstance)) {
            for (DocumentId id : plan.orphans) {
                int passages = DocumentTable.embedding(handle, id).map(p -> p.passages()).orElse(0);
                KeptVectors.keep(handle, index, id, passages);
            }
        }
        return plan;
    }

    /// Vectors that do not follow on those that are there, or belong to passages as they were
    /// before, are not taken: the document was written anew while they were made.
    private static void take(Handle handle, IndexWrite.Vectors.Stretch stretch, WritePlan plan) {
        DocumentId id = stretch.document();
        boolean fits =
                DocumentTable.embedding(handle, id)
                        .filter(now ->
                                now.isIndexed()
                                        && now.revision() == stretch.revision()
                                        && stretch.from()
                                                <= plan.embedded.getOrDefault(id, now.embedded()))
                        .isPresent();
        if (fits) {
            plan.embed(stretch);
        } else {
            plan.refused.add(id);
        }
    }

    private void recognise(Handle handle, IndexWrite.Recognised read, WritePlan plan) {
        if (read.document().isPresent()) {
            // Most passages stay as they are: their vectors are found again by their words.
            DocumentTable.embedding(handle, read.id())
                    .ifPresent(before ->
                            KeptVectors.keep(handle, index, read.id(), before.passages()));
            DocumentTable.put(handle, read.id(), read.document().get(), read.passages().size());
            FileTable.hold(handle, read.file(), read.stamp(), read.id());
            plan.left.add(read.id());
            if (!DocumentTable.isOrphan(handle, read.id())) {
                plan.index(read.id());
            }
        }
        if (read.languages().isEmpty()) {
            RecognisedPictures.put(handle, read.id(), read.pictures());
        } else {
            RecognisedPictures.forget(handle, read.id());
            FileTable.recognised(handle, read.file(), read.id(), read.languages());
        }
    }

    /// The second transaction: the index holds what it should.
    private static WritePlan settle(Handle handle, WritePlan plan) {
        plan.indexed.forEach(id -> DocumentTable.markIndexed(handle, id));
        plan.embedded.forEach((id, count) -> DocumentTable.setEmbedded(handle, id, count));
        plan.orphans.forEach(id -> DocumentTable.release(handle, id));
        return plan;
    }

    private void announce(IndexWrite write, WritePlan plan) {
        switch (write) {
            // Recognition may start at once, and says itself that the file is being read.
            case IndexWrite.Put put -> {
                bulletin.stopReading(put.file());
                embedding.want(put.id(), put.job());
                if (put.document().quality().unrecognisedPages() > 0) {
                    recognising.want(put.file(), put.job());
                }
                put.job().read(put.file());
            }
            case IndexWrite.Link link when plan.unlinked.contains(link) ->
                    reading.accept(link.job(), link.file());
            case IndexWrite.Link link -> {
                bulletin.stopReading(link.file());
                embedding.want(link.id(), link.job());
                recognising.want(link.file(), link.job());
                link.job().read(link.file());
            }
            case IndexWrite.Fail fail -> {
                bulletin.stopReading(fail.file());
                recognising.want(fail.file(), fail.job());
                fail.job().read(fail.file());
            }
            case IndexWrite.Recognised read -> {
                bulletin.stopReading(read.file());
                bulletin.changed(read.id());
                read.written().complete(read.id());
            }
            case IndexWrite.Reindex again -> {
                embedding.want(again.id(), again.job());
                bulletin.changed(again.id());
                again.job().reindexed(again.id());
            }
            case IndexWrite.Vectors made ->
                    made.stretches().stream()
                            .map(IndexWrite.Vectors.Stretch::document)
                            .distinct()
                            .forEach(id -> announceVectors(id, plan));
            case IndexWrite.Remove remove -> {
                List<LibraryFile> files = plan.removed.getOrDefault(remove, List.of());
                files.forEach(file -> bulletin.removed(file.path()));
                remove.removed().complete(files);
            }
            case IndexWrite.Restore restore -> {
                List<Path> files = plan.restored.getOrDefault(restore, List.of());
                files.forEach(bulletin::changed);
                restore.restored().complete(files);
            }
            case IndexWrite.Verify verify -> verify.found().complete(plan.checkup(verify));
            case IndexWrite.Compact compact -> compact.done().complete(index.size());
        }
    }

    private void announceVectors(DocumentId id, WritePlan plan) {
        if (plan.refused.contains(id)) {
            embedding.standsAnew(id);
        }
        if (plan.embedded.containsKey(id)) {
            bulletin.changed(id);
            embedding.progressed(id);
        }
    }

    private void fail(List<IndexWrite> batch, RuntimeException fault) {
        swept = false;
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
                case IndexWrite.Recognised read -> read.written().completeExceptionally(fault);
                case IndexWrite.Reindex again -> again.job().fail(fault);
                case IndexWrite.Vectors _ -> embedding.fail(fault);
                case IndexWrite.Remove remove -> remove.removed().completeExceptionally(fault);
                case IndexWrite.Restore restore -> restore.restored().completeExceptionally(fault);
                case IndexWrite.Verify verify -> verify.found().completeExceptionally(fault);
                case IndexWrite.Compact compact -> compact.done().completeExceptionally(fault);
            }
        }
    }
}
