package org.fumikura.rag.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.MergeScheduler.MergeSource;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Closing an index while Lucene merges.
class ClosingIndexTest {
    private static final int SEGMENTS = 12;

    @TempDir private Path folder;

    @Test
    void aLongMergeHoldsNobodyUp() throws Exception {
        var merging = new CountDownLatch(1);
        var enough = new CountDownLatch(1);
        var scheduler =
                new ConcurrentMergeScheduler() {
                    @Override
                    protected void doMerge(MergeSource source, MergePolicy.OneMerge merge) {
                        // As the building of a graph, it hears of nothing until it is done.
                        merging.countDown();
                        boolean interrupted = false;
                        while (enough.getCount() > 0) {
                            try {
                                enough.await();
                            } catch (InterruptedException unheard) {
                                interrupted = true;
                            }
                        }
                        if (interrupted) {
                            Thread.currentThread().interrupt();
                        }
                    }
                };
        IndexPart part =
                IndexPart.open(
                        folder,
                        Map.of("schema", "1"),
                        () -> new IndexWriterConfig().setMergeScheduler(scheduler));
        for (int i = 0; i < SEGMENTS; i++) {
            part.write(writer -> {
                var document = new Document();
                document.add(new StringField("id", "a", Store.NO));
                writer.addDocument(document);
            });
            part.commit();
        }
        merging.await();

        part.close();
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
            assertEquals(SEGMENTS, reader.numDocs());
        }
        enough.countDown();
    }
}
