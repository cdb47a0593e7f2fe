package org.fumikura.rag.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fumikura.rag.Document;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Scope;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.index.PassageSearch.Size;
import org.fumikura.rag.index.PassageVector;

/// All that a library holds, for comparing two of them: what the database knows of files and
/// documents, what the index holds of each, and what a few searches find. Without the folder the
/// files are in, and without times.
///
/// @param files by path below the folder
/// @param documents the stored text and pages
/// @param sizes what the index holds of each document
/// @param vectors every vector, as its numbers in words
/// @param found the passages each question finds by words, best first
record LibraryPicture(
        SortedMap<String, String> files,
        SortedMap<DocumentId, Document> documents,
        Map<DocumentId, Size> sizes,
        List<Passage> passages,
        List<String> vectors,
        SortedMap<String, List<PassageId>> found) {

    /// Looks at a library at rest, whose index was compacted, so that its statistics count nothing
    /// that was taken out.
    static LibraryPicture of(OpenLibrary open, Path folder, List<String> questions) {
        var files = new TreeMap<String, String>();
        var documents = new TreeMap<DocumentId, Document>();
        for (LibraryFile file : open.library().files()) {
            files.put(
                    folder.relativize(file.path()).toString(),
                    file.state() + " " + file.document() + " " + file.problem());
            file.document()
                    .flatMap(open.library()::document)
                    .ifPresent(document -> documents.put(document.id(), document));
        }
        Map<DocumentId, Size> sizes = open.index().documents();
        var ids = new ArrayList<PassageId>();
        sizes.forEach((id, size) -> {
            for (int ordinal = 0; ordinal < size.passages(); ordinal++) {
                ids.add(new PassageId(id, Chunker.VERSION, ordinal));
            }
        });
        var found = new TreeMap<String, List<PassageId>>();
        for (String question : questions) {
            found.put(
                    question,
                    open.index().lexical(question, Scope.EVERYTHING, 10).stream()
                            .map(hit -> hit.id())
                            .toList());
        }
        return new LibraryPicture(
                files,
                documents,
                sizes,
                open.index().passages(ids),
                open.index().vectors(ids).stream().map(LibraryPicture::words).toList(),
                found);
    }

    /// In what the two are not the same; short, unlike the pictures.
    List<String> differences(LibraryPicture other) {
        var differences = new ArrayList<String>();
        compare("files", files, other.files, differences);
        compare("documents", documents.keySet(), other.documents.keySet(), differences);
        compare("texts", documents, other.documents, differences);
        compare("sizes", sizes, other.sizes, differences);
        compare("passages", passages, other.passages, differences);
        compare("vectors", vectors, other.vectors, differences);
        compare("found", found, other.found, differences);
        return differences;
    }

    private static void compare(String part, Object one, Object two, List<String> differences) {
        if (!one.equals(two)) {
            differences.add(part);
        }
    }

    private static String words(PassageVector vector) {
        return vector.id() + " " + Arrays.toString(vector.vector());
    }
}
