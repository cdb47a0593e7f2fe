package org.fumikura.rag.library;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.fumikura.rag.Document;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Scope;
import org.fumikura.rag.index.PassageSearch;
import org.fumikura.rag.parse.ParsedDocument;
import org.fumikura.rag.query.Query;

/// A library's contents as database and index tell them.
public final class StoredContents implements LibraryContents {
    private final Database database;
    private final PassageSearch index;
    private final Bulletin bulletin;
    private final FolderReach reach;

    StoredContents(Database database, PassageSearch index, Bulletin bulletin, FolderReach reach) {
        this.database = database;
        this.index = index;
        this.bulletin = bulletin;
        this.reach = reach;
    }

    /// The contents of a library that another process may be working on: nothing is written.
    ///
    /// @param database borrowed
    /// @param index borrowed
    /// @param languages that can be recognised in pictures
    public static StoredContents readOnly(
            Database database, PassageSearch index, Supplier<Set<String>> languages) {
        var bulletin = new Bulletin(database, languages);
        return new StoredContents(
                database,
                index,
                bulletin,
                new FolderReach(database, bulletin, FolderReach.Moves.IGNORED));
    }

    @Override
    public List<LibraryFile> files() {
        var _ = reach.look();
        return bulletin.all();
    }

    @Override
    public List<LibraryFile> files(Collection<Path> paths) {
        List<Path> given = paths.stream().map(LibraryPaths::canonical).toList();
        return files().stream()
                .filter(file -> given.stream().anyMatch(file.path()::startsWith))
                .toList();
    }

    @Override
    public List<Folder> folders() {
        List<Path> there = reach.look();
        return database.read(handle ->
                FolderTable.all(handle).keySet().stream()
                        .map(folder ->
                                new Folder(
                                        folder,
                                        there.contains(folder)
                                                ? FilePresence.HERE
                                                : FilePresence.OFFLINE,
                                        FileTable.count(handle, folder)))
                        .toList());
    }

    @Override
    public Scope scopeOf(Collection<Path> paths) {
        List<Path> given = paths.stream().map(LibraryPaths::canonical).toList();
        return new Scope.Documents(database.read(handle -> FileTable.documents(handle, given)));
    }

    @Override
    public Scope narrow(Scope scope, Query query) {
        return query.filters().isEmpty()
                ? scope
                : scope.and(database.read(handle -> FileTable.documents(handle, query)));
    }

    @Override
    public Optional<Document> document(DocumentId id) {
        return source(id)
                .flatMap(source ->
                        database.read(handle -> DocumentTable.find(handle, id))
                                .map(document ->
                                        new Document(
                                                id,
                                                source.title(),
                                                document.mediaType(),
                                                document.text(),
                                                document.pages())));
    }

    @Override
    public Optional<ParsedDocument> parsed(DocumentId id) {
        return database.read(handle -> DocumentTable.parsed(handle, id));
    }

    @Override
    public Optional<Source> source(DocumentId id) {
        return database.read(handle ->
                FileTable.holding(handle, id).stream()
                        .findFirst()
                        .map(file ->
                                new Source(
                                        file.path(),
                                        Titles.shown(
                                                DocumentTable.title(handle, id).orElse(""),
                                                file.path()),
                                        Optional.of(file.modified()))));
    }

    @Override
    public List<Passage> passages(List<PassageId> ids) {
        return index.passages(ids);
    }
}
