package org.fumikura.rag.library;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.fumikura.rag.Document;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Scope;
import org.fumikura.rag.parse.ParsedDocument;
import org.fumikura.rag.query.Query;

/// What a library holds, for whoever only reads. May be used from any thread.
public interface LibraryContents {
    /// Every file, in path order.
    List<LibraryFile> files();

    /// The files at or below these paths, in path order.
    List<LibraryFile> files(Collection<Path> paths);

    /// The folders that were added, in path order. They are gone through at each [#follow()].
    List<Folder> folders();

    /// The documents of the files at or below these paths. Files of a folder that is not in the
    /// library are not in the scope.
    Scope scopeOf(Collection<Path> paths);

    /// What of `scope` lies in files that the filters of `query` admit; all of it if it has none.
    Scope narrow(Scope scope, Query query);

    /// A document's text and pages, as they were read.
    Optional<Document> document(DocumentId id);

    /// A document with its structure, as it was parsed.
    Optional<ParsedDocument> parsed(DocumentId id);

    /// Where a document is; empty if no file of the library holds it any more.
    Optional<Source> source(DocumentId id);

    /// Passages by id, in the order asked; ids no longer there are left out.
    List<Passage> passages(List<PassageId> ids);
}
