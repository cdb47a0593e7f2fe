package org.fumikura.app.text;

import java.util.Optional;
import org.fumikura.rag.query.FilterName;
import org.fumikura.rag.query.QueryReading;
import org.fumikura.ui.Messages;

/// What is said about a query that cannot be searched for.
public final class QueryText {
    private QueryText() {}

    /// What is wrong and what would be right; empty if nothing is.
    public static Optional<String> problem(Messages messages, QueryReading reading) {
        return switch (reading) {
            case QueryReading.Understood _ -> Optional.empty();
            case QueryReading.Wordless _ -> Optional.of(messages.get("query.wordless"));
            case QueryReading.Malformed(FilterName filter, String value) ->
                    Optional.of(messages.get("query.malformed." + filter, value));
        };
    }
}
