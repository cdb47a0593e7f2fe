package org.fumikura.rag.answer;

import java.util.List;
import java.util.Optional;
import org.fumikura.rag.Scope;
import org.fumikura.rag.index.Restriction;
import org.fumikura.rag.query.Query;

/// What a person asks.
///
/// @param query what was typed, as it was understood
/// @param scope where the answer is looked for, the query's filters on files already applied
/// @param history earlier exchanges of the conversation, oldest first
/// @param manner how it is to be answered
/// @param understood what it means without the turns before it; empty if that is not known, or what
///   it says
public record Question(
        Query query,
        Scope scope,
        List<Exchange> history,
        Manner manner,
        Optional<String> understood) {
    public Question {
        if (query.words().isBlank()) {
            throw new IllegalArgumentException("a question has words");
        }
        history = List.copyOf(history);
    }

    /// A question that is answered in the usual manner.
    public Question(Query query, Scope scope, List<Exchange> history) {
        this(query, scope, history, Manner.USUAL);
    }

    /// A question as it was typed.
    public Question(Query query, Scope scope, List<Exchange> history, Manner manner) {
        this(query, scope, history, manner, Optional.empty());
    }

    /// A question of which nothing is a filter or anything else but words.
    public Question(String text, Scope scope, List<Exchange> history) {
        this(Query.plain(text), scope, history);
    }

    /// As it was typed.
    public String text() {
        return query.text();
    }

    /// What is asked, without what only says where to look.
    public String words() {
        return understood.orElse(query.words());
    }

    /// The language of its answer.
    Language language() {
        return manner.language().orElseGet(() -> Language.of(words()));
    }

    /// The same question, understood as `meaning`.
    Question understoodAs(String meaning) {
        return new Question(query, scope, history, manner, Optional.of(meaning));
    }

    /// Whether it can be understood without the turns before it, for somebody has seen to it.
    boolean standsAlone() {
        return understood.isPresent();
    }

    /// Which passages may answer it.
    Restriction restriction() {
        return new Restriction(scope, query.phrases(), query.excluded());
    }
}
