package org.fumikura.app.search;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.fumikura.app.chat.ScopeViewModel;
import org.fumikura.app.fx.Lanes;
import org.fumikura.app.fx.LatestJob;
import org.fumikura.app.fx.UiThread.Cancellable;
import org.fumikura.app.search.SearchState.Depth;
import org.fumikura.rag.query.Query;
import org.fumikura.rag.query.QueryReading;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.search.LibrarySearch;
import org.fumikura.rag.search.SearchResult;

/// A search that follows what is typed: by words at each pause between letters, by meaning as well
/// once a pause is long enough for a thought to be finished. On the UI thread.
public final class SearchViewModel implements AutoCloseable {
    /// Shorter than the time between two letters of most people: only a burst is gathered.
    private static final Duration WORDS_AFTER = Duration.ofMillis(40);

    private static final Duration MEANING_AFTER = Duration.ofMillis(220);

    private static final int SHOWN = 20;

    private final Lanes lanes;
    private final LibrarySearch search;
    private final ScopeViewModel scope;
    private final BooleanSupplier staysHere;
    private final LatestJob byWords;
    private final LatestJob byMeaning;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<SearchState> state =
            new ReadOnlyObjectWrapper<>(new SearchState.Blank());
    private final Subscription following;
    private Cancellable wordsPause = () -> {};
    private Cancellable meaningPause = () -> {};

    /// @param lanes of which the work may go on for more than one job at a time
    /// @param search borrowed
    /// @param scope where is searched; shared with the chat
    /// @param staysHere whether what is typed may be embedded before the person says so; asked off
    ///   the UI thread
    public SearchViewModel(
            Lanes lanes, LibrarySearch search, ScopeViewModel scope, BooleanSupplier staysHere) {
        this.lanes = lanes;
        this.search = search;
        this.scope = scope;
        this.staysHere = staysHere;
        byWords = new LatestJob(lanes);
        byMeaning = new LatestJob(lanes);
        following =
                Subscription.combine(
                        text.subscribe((_, _) -> follow(WORDS_AFTER)),
                        scope.chosen().subscribe((_, _) -> follow(Duration.ZERO)));
    }

    /// What is typed.
    public StringProperty text() {
        return text;
    }

    public ReadOnlyObjectProperty<SearchState> state() {
        return state.getReadOnlyProperty();
    }

    /// Where is searched.
    public ScopeViewModel scope() {
        return scope;
    }

    /// Searches anew for what is typed: the library has changed.
    public void again() {
        follow(WORDS_AFTER);
    }

    /// Searches by meaning as well, wherever its model is.
    public void searchByMeaning() {
        if (Query.read(text.get()) instanceof QueryReading.Understood(Query query)) {
            startMeaning(query, () -> true);
        }
    }

    private void follow(Duration pause) {
        wordsPause.cancel();
        meaningPause.cancel();
        byWords.drop();
        byMeaning.drop();
        if (text.get().isBlank()) {
            state.set(new SearchState.Blank());
        } else {
            wordsPause = lanes.ui().after(pause, this::start);
        }
    }

    private void start() {
        switch (Query.read(text.get())) {
            case QueryReading.Understood(Query query) -> {
                startWords(query);
                meaningPause =
                        lanes.ui().after(MEANING_AFTER, () -> startMeaning(query, staysHere));
            }
            case QueryReading unclear -> state.set(new SearchState.Unclear(unclear));
        }
    }

    private void startWords(Query query) {
        Optional<String> collection = scope.chosen().get();
        byWords.start(
                () -> search(query, collection, SearchMode.LEXICAL),
                found -> {
                    // What is only near in meaning may still come; until then no verdict.
                    if (!found.hits().isEmpty()) {
                        list(query, found, Depth.WORDS_FIRST);
                    }
                },
                fault -> state.set(new SearchState.Failed(fault)));
    }

    private void startMeaning(Query query, BooleanSupplier allowed) {
        Optional<String> collection = scope.chosen().get();
        byMeaning.start(
                () -> allowed.getAsBoolean() ? deep(query, collection) : shallow(query, collection),
                this::listed,
                fault -> state.set(new SearchState.Failed(fault)));
    }

    private SearchState.Listed deep(Query query, Optional<String> collection) {
        try {
            return new SearchState.Listed(
                    query.text(), search(query, collection, SearchMode.HYBRID), Depth.WHOLE);
        } catch (RuntimeException noModel) {
            // Words need no model: what they find is better than a message.
            return shallow(query, collection);
        }
    }

    private SearchState.Listed shallow(Query query, Optional<String> collection) {
        return new SearchState.Listed(
                query.text(), search(query, collection, SearchMode.LEXICAL), Depth.WORDS_ONLY);
    }

    private void listed(SearchState.Listed listed) {
        byWords.drop();
        state.set(listed);
    }

    private void list(Query query, SearchResult found, Depth depth) {
        state.set(new SearchState.Listed(query.text(), found, depth));
    }

    private SearchResult search(Query query, Optional<String> collection, SearchMode mode) {
        return search.search(query, scope.scopeOf(collection), mode, SHOWN);
    }

    /// Ends the search.
    @Override
    public void close() {
        following.unsubscribe();
        wordsPause.cancel();
        meaningPause.cancel();
        byWords.drop();
        byMeaning.drop();
    }
}
