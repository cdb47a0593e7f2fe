package org.fumikura.app;

import java.util.Optional;
import org.fumikura.app.models.LocalModels;
import org.fumikura.app.template.StoredTemplates;
import org.fumikura.rag.answer.Answerer;
import org.fumikura.rag.library.Library;
import org.fumikura.rag.library.LibraryCollections;
import org.fumikura.rag.library.LibraryContents;
import org.fumikura.rag.retrieve.Retriever;
import org.fumikura.rag.search.LibrarySearch;
import org.fumikura.rag.search.SearchInspection;
import org.fumikura.rag.task.Tasks;

/// What commands work with that only read a home.
public interface ReadServices extends AutoCloseable {
    /// The models on this machine.
    LocalModels models();

    /// What the library holds.
    LibraryContents contents();

    /// The library to work on; empty where it is only read.
    Optional<Library> working();

    /// The person's collections of files.
    LibraryCollections collections();

    /// The person's templates of questions.
    StoredTemplates templates();

    /// Finds passages in the library.
    Retriever retriever();

    /// Finds passages for what a person types. Borrowed.
    LibrarySearch search();

    /// Says how a search came to what it found. Borrowed.
    SearchInspection inspection();

    /// Answers from the library.
    Answerer answerer();

    /// Does tasks on documents of the library.
    Tasks tasks();

    /// Ends the models' processes and lets go of the home.
    @Override
    void close();
}
