package org.fumikura.rag.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.MergePolicy.OneMerge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a lull does to an index that many writes have scattered.
class SettlingIndexTest {
    private static final int COMMITS = 3;

    @TempDir private Path folder;

    @Test
    @Timeout(60)
    void piecesAreMergedAndNothingIsLost() {
        try (IndexPart part = written(1_500)) {
            assertEquals(COMMITS, pieces(part));
            assertTrue(part.settle());
            while (part.settle()) {
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
            assertEquals(1, pieces(part));
            assertEquals(COMMITS * 1_500, documents(part));
            assertFalse(part.settle());
        }
        try (IndexPart again = part()) {
            assertEquals(1, pieces(again));
            assertEquals(COMMITS * 1_500, documents(again));
        }
    }

    @Test
    void fewPassagesStayWhereTheyAre() {
        try (IndexPart part = written(500)) {
            assertFalse(part.settle());
            assertEquals(COMMITS, pieces(part));
        }
    }

    @Test
    @Timeout(60)
    void whatIsWrittenMeanwhileIsKept() {
        try (IndexPart part = written(1_500)) {
            assertTrue(part.settle());
            write(part, 10);
            while (part.settle()) {
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
            assertEquals(COMMITS * 1_500 + 10, documents(part));
            assertTrue(pieces(part) <= 2);
        }
    }

    @Test
    @Timeout(60)
    void mergesThatWritingBeganAreWaitedForAndThenAllIsMerged() {
        var merges = new HeldMerges();
        try (IndexPart part =
                IndexPart.open(
                        folder,
                        Map.of("schema", "1"),
                        () ->
                                new IndexWriterConfig()
                                        .setMergePolicy(threeAtATime())
                                        .setMergeScheduler(merges))) {
            for (int commit = 0; commit < 4; commit++) {
                write(part, 2_500);
            }
            assertTrue(part.settle());
            merges.mayGoOn.countDown();
            while (part.settle()) {
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
            assertEquals(1, pieces(part));
            assertEquals(10_000, documents(part));
        }
    }

    private static LogDocMergePolicy threeAtATime() {
        var policy = new LogDocMergePolicy();
        policy.setMergeFactor(3);
        return policy;
    }

    /// Merges in the background, once it may.
    private static final class HeldMerges extends ConcurrentMergeScheduler {
        private final CountDownLatch mayGoOn = new CountDownLatch(1);

        @Override
        protected void doMerge(MergeSource source, OneMerge merge) throws IOException {
            try {
                mayGoOn.await();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
            super.doMerge(source, merge);
        }
    }

    private IndexPart written(int each) {
        IndexPart part = part();
        for (int commit = 0; commit < COMMITS; commit++) {
            write(part, each);
        }
        return part;
    }

    private IndexPart part() {
        return IndexPart.open(folder, Map.of("schema", "1"), IndexWriterConfig::new);
    }

    private static void write(IndexPart part, int documents) {
        part.write(writer -> {
            for (int i = 0; i < documents; i++) {
                var document = new Document();
                document.add(new StringField("id", Integer.toString(i), Store.YES));
                writer.addDocument(document);
            }
        });
        part.commit();
    }

    private static int pieces(IndexPart part) {
        return part.search(searcher -> searcher.getIndexReader().leaves().size());
    }

    private static int documents(IndexPart part) {
        return part.search(searcher -> searcher.getIndexReader().numDocs());
    }
}
