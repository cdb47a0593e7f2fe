package org.fumikura.rag.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// The last commit of one Lucene index at the time it was opened, for reading alone: beside whoever
/// writes to it, who is not held up. Nothing on the disk is touched.
final class CommittedPart implements Searched, AutoCloseable {
    private final Path folder;
    private final IndexReader reader;

    private final Map<String, String> version;

    private CommittedPart(Path folder, IndexReader reader, Map<String, String> version) {
        this.folder = folder;
        this.reader = reader;
        this.version = version;
    }

    /// Opens the index in `folder`; empty if none of this version is there, or it is damaged.
    static Optional<CommittedPart> open(Path folder, Map<String, String> version) {
        return open(folder, version::equals);
    }

    /// Opens the index in `folder`; empty if none of a wanted version is there, or it is damaged.
    static Optional<CommittedPart> open(Path folder, Predicate<Map<String, String>> wanted) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try {
            Directory directory = FSDirectory.open(folder);
            DirectoryReader reader = DirectoryReader.open(directory);
            Map<String, String> version = reader.getIndexCommit().getUserData();
            if (wanted.test(version)) {
                return Optional.of(new CommittedPart(folder, reader, version));
            }
            reader.close();
            return Optional.empty();
        } catch (IOException | IllegalArgumentException fault) {
            if (IndexFaults.isDamage(fault)) {
                return Optional.empty();
            }
            throw IndexFaults.of(fault, folder);
        }
    }

    /// In the place of an index that is not there.
    static CommittedPart empty(Path folder) {
        try {
            return new CommittedPart(folder, new MultiReader(), Map.of());
        } catch (IOException fault) {
            throw IndexFaults.of(fault, folder);
        }
    }

    /// What its commit says of itself.
    Map<String, String> version() {
        return version;
    }

    @Override
    public <T> T search(Search<T> search) {
        try {
            var searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new WordSimilarity());
            return search.in(searcher);
        } catch (IOException | AlreadyClosedException fault) {
            throw IndexFaults.of(fault, folder);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException fault) {
            throw IndexFaults.of(fault, folder);
        }
    }
}
