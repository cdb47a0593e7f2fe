package org.fumikura.rag.task;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Something to be done with whole documents.
public sealed interface Task {
    /// What it works on; none where there is only a wish.
    default List<TaskDocument> documents() {
        return switch (this) {
            case Summarize(var document) -> List.of(document);
            case Compare(var all) -> all;
            case Translate(var document, _) -> List.of(document);
            case Rewrite(var document, _) -> List.of(document);
            case ExtractTables(var document) -> List.of(document);
            case ExtractFields(var document, _) -> List.of(document);
            case Classify classify -> classify.documents;
            case Outline(var document) -> List.of(document);
            case Code(_, var material) -> material.stream().toList();
        };
    }

    /// The main facts, each with its place.
    record Summarize(TaskDocument document) implements Task {}

    /// What documents share and where they differ.
    record Compare(List<TaskDocument> documents) implements Task {
        public Compare {
            documents = List.copyOf(documents);
            if (documents.size() < 2) {
                throw new IllegalArgumentException("two documents are compared, or more");
            }
        }
    }

    /// The document in another language, block by block.
    record Translate(TaskDocument document, Locale to) implements Task {}

    /// The document in other words of its language, block by block.
    ///
    /// @param wish how it is to be written
    record Rewrite(TaskDocument document, String wish) implements Task {}

    /// The document's tables. Needs no model.
    record ExtractTables(TaskDocument document) implements Task {}

    /// Values of these names, wherever the document has them.
    record ExtractFields(TaskDocument document, List<String> fields) implements Task {
        public ExtractFields {
            fields = List.copyOf(fields);
            if (fields.isEmpty()) {
                throw new IllegalArgumentException("a field has a name");
            }
        }
    }

    /// Which of some labels documents, or their rows, deserve.
    ///
    /// @param examples may be empty
    record Classify(
            List<TaskDocument> documents, Each each, List<String> labels, List<Example> examples)
            implements Task {
        public Classify {
            documents = List.copyOf(documents);
            labels = List.copyOf(labels);
            examples = List.copyOf(examples);
            if (labels.size() < 2) {
                throw new IllegalArgumentException("one of two labels is chosen, or of more");
            }
        }

        /// What gets a label.
        public enum Each {
            /// A document, by its beginning.
            DOCUMENT,
            /// A row of a table, or a paragraph.
            ROW
        }

        /// A text and the label it deserves.
        public record Example(String text, String label) {}
    }

    /// The document's headings, or where it has none, one for each part.
    record Outline(TaskDocument document) implements Task {}

    /// Program code.
    ///
    /// @param material what it is about; may be empty
    record Code(String wish, Optional<TaskDocument> material) implements Task {}
}
