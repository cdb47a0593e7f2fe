package org.fumikura.app.chat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.fumikura.app.fx.Lanes;
import org.fumikura.rag.RagException;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.Exchange;
import org.fumikura.rag.answer.Manner;
import org.fumikura.rag.answer.Question;
import org.fumikura.rag.library.LibraryCollection;
import org.fumikura.rag.library.LibraryCollections;
import org.fumikura.rag.query.FilterName;
import org.fumikura.rag.query.Query;
import org.fumikura.rag.query.QueryReading;

/// Where answers are looked for: the whole library, or one collection. On the UI thread, but for
/// [#scopeOf].
public final class ScopeViewModel {
    private final Lanes lanes;
    private final LibraryCollections collections;
    private final BiFunction<Scope, Query, Scope> narrowing;
    private final Consumer<Collection<Path>> asked;
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<String>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param narrowing keeps a scope to what a query's filters admit
    /// @param asked hears of the files and folders that are asked about, off the UI thread
    public ScopeViewModel(
            Lanes lanes,
            LibraryCollections collections,
            BiFunction<Scope, Query, Scope> narrowing,
            Consumer<Collection<Path>> asked) {
        this.lanes = lanes;
        this.narrowing = narrowing;
        this.collections = collections;
        this.asked = asked;
        refresh();
    }

    /// The names of the collections, in order.
    public ObservableList<String> names() {
        return names;
    }

    /// The collection chosen; empty for the whole library.
    public ReadOnlyObjectProperty<Optional<String>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// Restricts the next questions to a collection, or to nothing.
    public void choose(Optional<String> collection) {
        chosen.set(collection);
    }

    /// Fetches the names anew. A collection that cannot be fetched cannot be chosen, no more.
    public void refresh() {
        lanes.fetch(collections::all, this::replace, _ -> replace(List.of()));
    }

    private void replace(List<LibraryCollection> found) {
        List<String> there = found.stream().map(LibraryCollection::name).toList();
        if (!names.equals(there)) {
            names.setAll(there);
        }
        if (chosen.get().filter(name -> !there.contains(name)).isPresent()) {
            chosen.set(Optional.empty());
        }
    }

    /// The question that a text asks within a choice. Waits for the database: off the UI thread.
    ///
    /// @throws RagException `QUERY_MALFORMED`, `QUERY_WORDLESS`
    public Question question(
            String text, Optional<String> collection, List<Exchange> history, Manner manner) {
        return switch (Query.read(text)) {
            case QueryReading.Understood(Query query) ->
                    new Question(
                            query, narrowing.apply(scopeOf(collection), query), history, manner);
            case QueryReading.Wordless _ ->
                    throw new RagException(RagException.Code.QUERY_WORDLESS, "");
            case QueryReading.Malformed(FilterName filter, String value) ->
                    throw new RagException(
                            RagException.Code.QUERY_MALFORMED,
                            "filter=" + filter.typed() + " value=" + value);
        };
    }

    /// The documents a choice stands for now; none of a collection that is gone. Waits for the
    /// database: off the UI thread.
    public Scope scopeOf(Optional<String> collection) {
        collection.ifPresent(name ->
                collections.all().stream()
                        .filter(each -> each.name().equals(name))
                        .forEach(each -> asked.accept(each.paths())));
        return collection
                .<Scope>map(name ->
                        collections.scope(name).orElseGet(() -> new Scope.Documents(Set.of())))
                .orElse(Scope.EVERYTHING);
    }
}
