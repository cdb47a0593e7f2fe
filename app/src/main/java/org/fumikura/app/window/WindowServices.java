package org.fumikura.app.window;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.fumikura.app.door.Door;
import org.fumikura.app.library.LibraryTransfer;
import org.fumikura.app.models.EndpointSetup;
import org.fumikura.app.models.ModelSetup;
import org.fumikura.rag.answer.Answerer;
import org.fumikura.rag.chat.Conversations;
import org.fumikura.rag.eval.SettingComparison;
import org.fumikura.rag.feedback.Comparisons;
import org.fumikura.rag.feedback.FeedbackBook;
import org.fumikura.rag.feedback.QuestionSet;
import org.fumikura.rag.library.Library;
import org.fumikura.rag.library.LibraryCollections;
import org.fumikura.rag.library.Settings;
import org.fumikura.rag.note.Notes;
import org.fumikura.rag.note.Proposing;
import org.fumikura.rag.parse.PageDrawing;
import org.fumikura.rag.search.LibrarySearch;
import org.fumikura.rag.search.SearchInspection;
import org.fumikura.rag.task.Tasks;

/// What the window works with: everything that is not window.
///
/// @param home the person's data folder; sample documents go to `samples` below it
/// @param search finds passages for what is typed
/// @param inspection says how a search came to what it found
/// @param mayEmbedDrafts whether what is typed to search may be embedded before the person says so
/// @param pages draws the pages of cited files
/// @param tasks does tasks on whole documents
/// @param mayReadAhead whether the answerer is to read ahead for what is typed
/// @param comparison compares ways of searching on `questions`
/// @param comparisons of two answers, that the person made
/// @param proposing proposes how notes might go on
/// @param door where other starts of the program hand over; closed by `release`
/// @param release run once, off the FX thread, after the window has gone: stops work and gives
///   everything back, the library included
public record WindowServices(
        Path home,
        Library library,
        LibraryTransfer transfer,
        LibraryCollections collections,
        LibrarySearch search,
        SearchInspection inspection,
        BooleanSupplier mayEmbedDrafts,
        PageDrawing pages,
        Answerer answerer,
        Tasks tasks,
        BooleanSupplier mayReadAhead,
        Conversations conversations,
        FeedbackBook feedback,
        QuestionSet questions,
        SettingComparison comparison,
        Comparisons comparisons,
        Notes notes,
        Proposing proposing,
        Settings settings,
        ModelSetup models,
        EndpointSetup endpoints,
        Optional<Door> door,
        Runnable release) {}
