package org.fumikura.app;

import java.util.Optional;
import org.fumikura.app.models.LocalModels;
import org.fumikura.app.template.StoredTemplates;
import org.fumikura.rag.answer.Answerer;
import org.fumikura.rag.answer.GroundedAnswerer;
import org.fumikura.rag.index.LucenePassageSearch;
import org.fumikura.rag.index.PassageSearch;
import org.fumikura.rag.library.Database;
import org.fumikura.rag.library.Library;
import org.fumikura.rag.library.LibraryCollections;
import org.fumikura.rag.library.LibraryContents;
import org.fumikura.rag.library.StoredCollections;
import org.fumikura.rag.library.StoredContents;
import org.fumikura.rag.library.StoredSettings;
import org.fumikura.rag.parse.process.IsolatedParser;
import org.fumikura.rag.parse.process.ParseLimits;
import org.fumikura.rag.retrieve.CommonDirection;
import org.fumikura.rag.retrieve.ExplainingRetriever;
import org.fumikura.rag.retrieve.Retriever;
import org.fumikura.rag.search.LibrarySearch;
import org.fumikura.rag.search.SearchInspection;
import org.fumikura.rag.task.DocumentTasks;
import org.fumikura.rag.task.Tasks;

/// A home opened for reading alone, as it stood at that moment: beside whoever works in it, or
/// where nothing may be written. What would write fails with `NOT_WRITABLE`.
public final class ReadingRoom implements ReadServices {
    private final Database database;
    private final RagModels models;
    private final PassageSearch index;
    private final IsolatedParser parser;
    private final LibraryContents contents;
    private final LibraryCollections collections;
    private final ExplainingRetriever retriever;
    private final LibrarySearch search;
    private final SearchInspection inspection;
    private final GroundedAnswerer answerer;
    private final DocumentTasks tasks;

    private ReadingRoom(Home home, Database database, RagModels models, PassageSearch index) {
        this.parser = new IsolatedParser(ParseLimits.USUAL, home.fonts());
        this.database = database;
        this.models = models;
        this.index = index;
        this.contents = StoredContents.readOnly(database, index, parser::recognises);
        this.collections = new StoredCollections(database);
        this.retriever =
                models.retriever(
                        index, new CommonDirection(index, Optional.of(home.commonDirection())));
        this.search = new LibrarySearch(contents, retriever);
        this.inspection = new SearchInspection(contents, retriever, models.answerSettings());
        this.answerer = models.answerer(retriever, contents::source);
        this.tasks = models.tasks();
    }

    /// Opens a home to read; empty if it holds no library that this version can read as it is.
    ///
    /// @throws org.fumikura.rag.RagException `DATABASE_BROKEN`
    public static Optional<ReadingRoom> open(Home home) {
        return Database.openToRead(home.database()).flatMap(database -> open(home, database));
    }

    private static Optional<ReadingRoom> open(Home home, Database database) {
        try {
            var models = new RagModels(home, new StoredSettings(database));
            Optional<ReadingRoom> room =
                    LucenePassageSearch.open(home.index(), models.indexSettings())
                            .map(index -> new ReadingRoom(home, database, models, index));
            if (room.isEmpty()) {
                models.close();
                database.close();
            }
            return room;
        } catch (RuntimeException fault) {
            database.close();
            throw fault;
        }
    }

    @Override
    public LocalModels models() {
        return models.models();
    }

    @Override
    public LibraryContents contents() {
        return contents;
    }

    @Override
    public Optional<Library> working() {
        return Optional.empty();
    }

    @Override
    public LibraryCollections collections() {
        return collections;
    }

    @Override
    public StoredTemplates templates() {
        return new StoredTemplates(new StoredSettings(database));
    }

    @Override
    public Retriever retriever() {
        return retriever;
    }

    @Override
    public LibrarySearch search() {
        return search;
    }

    @Override
    public SearchInspection inspection() {
        return inspection;
    }

    @Override
    public Answerer answerer() {
        return answerer;
    }

    @Override
    public Tasks tasks() {
        return tasks;
    }

    @Override
    public void close() {
        search.close();
        inspection.close();
        answerer.close();
        tasks.close();
        models.close();
        parser.close();
        index.close();
        database.close();
    }
}
