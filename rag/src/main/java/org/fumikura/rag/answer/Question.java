package org.fumikura.rag.answer;

import java.util.List;
import org.fumikura.rag.Scope;
import org.fumikura.rag.index.Restriction;
import org.fumikura.rag.query.Query;

/// What a person asks.
///
/// @param query what was typed, as it was understood
/// @param scope where the answer is looked for, the query's filters on files already applied
/// @param history earlier exchanges of the conversation, oldest first
/// @param manner how it is to be answered
public record Question(Query query, Scope scope, List<Exchange> history, Manner manner) {
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
        return query.words();
    }

    /// Which passages may answer it.
    Restriction restriction() {
        return new Restriction(scope, query.phrases(), query.excluded());
    }
}
