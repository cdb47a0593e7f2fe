package org.fumikura.app.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.fumikura.app.chat.ScopeViewModel;
import org.fumikura.app.fx.Lanes;
import org.fumikura.app.fx.LatestJob;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.query.FileFilter;
import org.fumikura.rag.query.Query;
import org.fumikura.rag.query.QueryReading;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.search.SearchInspection;
import org.fumikura.rag.search.Whereabouts;

/// How a search, or that of an answer, came to what it found; and why a file was not found. It is
/// told of the library as it stands now. On the UI thread.
public final class InspectionViewModel {
    private static final int HITS = 20;

    private final SearchInspection inspection;
    private final ScopeViewModel scope;
    private final LatestJob job;
    private final ReadOnlyObjectWrapper<InspectionState> state =
            new ReadOnlyObjectWrapper<>(new InspectionState.Searching());
    private String text = "";
    private SearchMode mode = SearchMode.HYBRID;

    /// @param inspection borrowed
    /// @param scope where is searched
    public InspectionViewModel(Lanes lanes, SearchInspection inspection, ScopeViewModel scope) {
        this.inspection = inspection;
        this.scope = scope;
        job = new LatestJob(lanes);
    }

    public ReadOnlyObjectProperty<InspectionState> state() {
        return state.getReadOnlyProperty();
    }

    /// Tells of a search.
    ///
    /// @param typed what was searched for
    public void inspect(String typed, SearchMode how) {
        text = typed;
        mode = how;
        tell("");
    }

    /// Tells of the search that an answer was written from.
    public void inspect(Answer answer) {
        inspect(
                answer.searched().isEmpty()
                        ? answer.question()
                        : Stream.concat(Stream.of(answer.searched()), filters(answer.question()))
                                .collect(Collectors.joining(" ")),
                SearchMode.HYBRID);
    }

    private static Stream<String> filters(String question) {
        return Query.read(question) instanceof QueryReading.Understood(Query query)
                ? query.filters().stream().map(FileFilter::typed)
                : Stream.empty();
    }

    /// Asks why a file was found, or was not.
    ///
    /// @param name its path, or a part of its name
    public void askWhy(String name) {
        tell(name.strip());
    }

    private void tell(String name) {
        if (!(Query.read(text) instanceof QueryReading.Understood(Query query))) {
            job.drop();
            state.set(new InspectionState.Unclear(Query.read(text)));
            return;
        }
        Optional<String> collection = scope.chosen().get();
        SearchMode how = mode;
        if (name.isEmpty()) {
            state.set(new InspectionState.Searching());
        }
        job.start(
                () -> {
                    var within = scope.scopeOf(collection);
                    List<Whereabouts.OfFile> files =
                            name.isEmpty()
                                    ? List.of()
                                    : inspection.why(name, query, within, how, HITS);
                    return new InspectionState.Told(
                            inspection.inspect(query, within, how, HITS), name, files);
                },
                state::set,
                fault -> state.set(new InspectionState.Failed(fault)));
    }
}
