package org.fumikura.rag.index;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.fumikura.rag.index.PassageIndex.Freshness.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One Lucene index in a folder of its own: opened if it is sound and of the wanted version, else
/// started anew. Searches see what the last [#commit()] saw. Searching is for any thread, the rest
/// for one at a time.
final class IndexPart implements Searched, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexPart.class);

    private static final long CHECKED_AT_OPENING = 64L << 20;

    /// How long closing waits for merges.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /// Passages outside the largest segment that no search feels: a millisecond of comparing.
    private static final int FELT = 2_000;

    /// What is less than one part in so many of the largest segment stays outside it.
    private static final int SMALL_SHARE = 20;

    /// A step on the writer.
    interface Write {
        void to(IndexWriter writer) throws IOException;
    }

    private final Path folder;
    private final Directory directory;
    private final Supplier<IndexWriterConfig> config;
    private final State state;
    private IndexWriter writer;
    private volatile SearcherManager searchers;

    /// Whether a merge was begun that searches do not see yet.
    private boolean settling;

    /// Whether the merge of all into one was begun since the last commit.
    private boolean mergedAll;

    private IndexPart(
            Path folder,
            Directory directory,
            Supplier<IndexWriterConfig> config,
            State state,
            IndexWriter writer,
            SearcherManager searchers) {
        this.folder = folder;
        this.directory = directory;
        this.config = config;
        this.state = state;
        this.writer = writer;
        this.searchers = searchers;
    }

    /// Opens the index in `folder`, which is made if need be.
    ///
    /// @param version kept in every commit; an index with another one is started anew
    /// @param config makes a fresh configuration each time, as Lucene requires
    /// @throws org.fumikura.rag.RagException `LIBRARY_IN_USE`, `DISK_FULL` or `INDEX_BROKEN`
    static IndexPart open(
            Path folder, Map<String, String> version, Supplier<IndexWriterConfig> config) {
        try {
            Directory directory = FSDirectory.open(folder);
            try {
                return open(folder, directory, version, config);
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        } catch (IOException e) {
            throw IndexFaults.of(e, folder);
        }
    }

    private static IndexPart open(
            Path folder,
            Directory directory,
            Map<String, String> version,
            Supplier<IndexWriterConfig> config)
            throws IOException {
        try {
            checkIfSmall(directory);
            IndexWriter writer = new IndexWriter(directory, config.get());
            if (version.equals(versionOf(writer))) {
                return part(folder, directory, config, State.OPENED, writer);
            }
            writer.rollback();
        } catch (IOException | IllegalArgumentException e) {
            if (!IndexFaults.isDamage(e)) {
                throw e;
            }
            LOG.warn(
                    "Index {} is damaged and is started anew: {}",
                    folder.getFileName(),
                    e.toString());
        }
        clear(directory);
        IndexWriter writer = new IndexWriter(directory, config.get().setOpenMode(OpenMode.CREATE));
        writer.setLiveCommitData(version.entrySet());
        writer.commit();
        return part(folder, directory, config, State.CREATED, writer);
    }

    /// Compares every file with its checksum, which opening alone does not, where that takes no
    /// time to speak of.
    private static void checkIfSmall(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return;
        }
        if (bytes(directory) <= CHECKED_AT_OPENING) {
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                checkIntegrity(reader);
            }
        }
    }

    private static void checkIntegrity(IndexReader reader) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            leaf.reader().checkIntegrity();
        }
    }

    private static IndexPart part(
            Path folder,
            Directory directory,
            Supplier<IndexWriterConfig> config,
            State state,
            IndexWriter writer)
            throws IOException {
        try {
            return new IndexPart(folder, directory, config, state, writer, searchersOf(writer));
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    private static SearcherManager searchersOf(IndexWriter writer) throws IOException {
        Similarity similarity = writer.getConfig().getSimilarity();
        return new SearcherManager(
                writer,
                new SearcherFactory() {
                    @Override
                    public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
                        IndexSearcher searcher = new IndexSearcher(reader);
                        searcher.setSimilarity(similarity);
                        return searcher;
                    }
                });
    }

    private static Map<String, String> versionOf(IndexWriter writer) {
        Map<String, String> version = new HashMap<>();
        var data = writer.getLiveCommitData();
        if (data != null) {
            data.forEach(entry -> version.put(entry.getKey(), entry.getValue()));
        }
        return version;
    }

    /// Deletes an index under its own lock, so that nobody else can be using it.
    private static void clear(Directory directory) throws IOException {
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    lock.ensureValid();
                    directory.deleteFile(file);
                }
            }
        }
    }

    /// How this part came to be.
    State state() {
        return state;
    }

    /// Writes. After a fault that closed the writer (a full disk), the next write starts again from
    /// the last commit.
    void write(Write step) {
        try {
            if (!writer.isOpen()) {
                reopen();
            }
            step.to(writer);
        } catch (IOException | AlreadyClosedException e) {
            throw IndexFaults.of(e, folder);
        }
    }

    private void reopen() throws IOException {
        writer = new IndexWriter(directory, config.get());
        SearcherManager old = searchers;
        searchers = searchersOf(writer);
        old.close();
    }

    /// Makes what was written durable, then visible.
    void commit() {
        mergedAll = false;
        write(w -> {
            w.commit();
            searchers.maybeRefreshBlocking();
        });
    }

    /// Merges all into one segment, and lets go of the files that no search needs any more.
    void compact() {
        write(w -> {
            w.forceMerge(1);
            takeOver(w);
        });
    }

    /// Lets searches see what was merged.
    private void takeOver(IndexWriter merged) throws IOException {
        merged.commit();
        searchers.maybeRefreshBlocking();
        merged.deleteUnusedFiles();
    }

    /// A step of [PassageIndex#settle()]: waits for the merges that writing has begun, then begins
    /// its own. One that failed is not tried again before the next commit.
    boolean settle() {
        write(w -> {
            if (!w.getMergingSegments().isEmpty()) {
                settling = true;
                return;
            }
            if (settling) {
                takeOver(w);
            }
            settling = !mergedAll && isScattered() && hasRoomForMore();
            mergedAll = settling;
            if (settling) {
                w.forceMerge(1, false);
            }
        });
        return settling;
    }

    /// Whether enough lies outside the largest segment to be felt in a search. So each passage of a
    /// growing index is written anew a limited number of times.
    private boolean isScattered() {
        return search(searcher -> {
            IntSummaryStatistics sizes =
                    searcher.getIndexReader().leaves().stream()
                            .mapToInt(leaf -> leaf.reader().numDocs())
                            .summaryStatistics();
            long outside = sizes.getSum() - sizes.getMax();
            return outside > Math.max(FELT, sizes.getMax() / SMALL_SHARE);
        });
    }

    private boolean hasRoomForMore() throws IOException {
        return Files.getFileStore(folder).getUsableSpace() > 2 * bytes(directory);
    }

    private static long bytes(Directory directory) throws IOException {
        long bytes = 0;
        for (String file : directory.listAll()) {
            bytes += directory.fileLength(file);
        }
        return bytes;
    }

    /// Compares every file of the last commit with its checksum, however long that takes, and
    /// empties the part durably if one of them is damaged.
    void emptyIfDamaged() {
        try {
            SearcherManager manager = searchers;
            IndexSearcher searcher = manager.acquire();
            try {
                checkIntegrity(searcher.getIndexReader());
            } finally {
                manager.release(searcher);
            }
        } catch (IOException e) {
            if (!IndexFaults.isDamage(e)) {
                throw IndexFaults.of(e, folder);
            }
            LOG.warn("Index {} is damaged and is emptied: {}", folder.getFileName(), e.toString());
            write(IndexWriter::deleteAll);
            commit();
        }
    }

    /// Puts the files of the last commit into a folder of this part's name below `above`. They are
    /// never written to again, so that links to them do as well as copies.
    void copyInto(Path above) {
        Path copy = above.resolve(folder.getFileName());
        try {
            Files.createDirectories(copy);
            for (String file : SegmentInfos.readLatestCommit(directory).files(true)) {
                try {
                    Files.createLink(copy.resolve(file), folder.resolve(file));
                } catch (UnsupportedOperationException | FileSystemException noLinks) {
                    Files.copy(folder.resolve(file), copy.resolve(file));
                }
            }
        } catch (IOException e) {
            throw IndexFaults.of(e, copy);
        }
    }

    @Override
    public <T> T search(Search<T> search) {
        try {
            SearcherManager manager = searchers;
            IndexSearcher searcher = manager.acquire();
            try {
                return search.in(searcher);
            } finally {
                manager.release(searcher);
            }
        } catch (IOException | AlreadyClosedException e) {
            throw IndexFaults.of(e, folder);
        }
    }

    /// Lets go of what was not committed, and of the folder's lock. A merge of vectors hears of it
    /// only when its graph is built, which takes minutes in a large library: it is waited for a
    /// moment, then the folder stays locked until it ends, or the process does. Nothing is lost:
    /// the commit does without it.
    @Override
    public void close() {
        CompletableFuture<Boolean> closed =
                CompletableFuture.supplyAsync(
                        this::letGo,
                        task -> Thread.ofPlatform().name("index-closing").daemon().start(task));
        try {
            if (!closed.completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join()) {
                LOG.info("Index {} still merges while it is closed", folder.getFileName());
            }
        } catch (CompletionException fault) {
            throw fault.getCause() instanceof RuntimeException known ? known : fault;
        }
    }

    private boolean letGo() {
        try (Directory _ = directory) {
            searchers.close();
            writer.rollback();
            return true;
        } catch (IOException e) {
            throw IndexFaults.of(e, folder);
        }
    }
}
