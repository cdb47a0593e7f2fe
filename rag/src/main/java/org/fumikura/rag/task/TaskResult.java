package org.fumikura.rag.task;

import java.util.List;
import org.fumikura.rag.Span;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.library.Source;

/// What came of a task.
public sealed interface TaskResult {
    /// Whether nothing came of it.
    default boolean isEmpty() {
        return switch (this) {
            case Digest digest -> digest.lead().isEmpty() && digest.points().isEmpty();
            case Tables(var tables) -> tables.isEmpty();
            case Fields fields -> fields.rows().isEmpty();
            case Rewritten(var blocks) -> blocks.isEmpty();
            case Outline(var entries, _) -> entries.isEmpty();
            case Labels(var items) -> items.isEmpty();
            case Written(String text, _) -> text.isBlank();
        };
    }

    /// A text whose sentences were checked.
    ///
    /// @param lead the text as a whole; sentences that nothing bears out are marked so
    /// @param points what was found part by part, in the order of the document, supported all; may
    ///   be empty
    /// @param citations of both
    record Digest(List<AnswerSentence> lead, List<AnswerSentence> points, List<Citation> citations)
            implements TaskResult {
        public Digest {
            lead = List.copyOf(lead);
            points = List.copyOf(points);
            citations = List.copyOf(citations);
        }
    }

    /// A document's tables, in order.
    record Tables(List<Table> tables) implements TaskResult {
        public Tables {
            tables = List.copyOf(tables);
        }
    }

    /// A table as the document has it.
    ///
    /// @param heading what it stands under; may be empty
    /// @param header may be empty
    /// @param page where it begins, from 1
    record Table(
            String heading, List<String> header, List<List<String>> rows, int page, Span span) {
        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /// Values by name, a record a row.
    ///
    /// @param leftOut values that the model gave and the text does not have
    /// @param unread parts of which the model made nothing readable
    record Fields(List<String> names, List<FieldRow> rows, int leftOut, List<Integer> unread)
            implements TaskResult {
        public Fields {
            names = List.copyOf(names);
            rows = List.copyOf(rows);
            unread = List.copyOf(unread);
        }
    }

    /// @param values one for each name; `text` is empty where there is none
    record FieldRow(List<FieldValue> values) {
        public FieldRow {
            values = List.copyOf(values);
        }

        /// The page of the first value, from 1.
        public int page() {
            return values.stream()
                    .filter(value -> !value.text().isEmpty())
                    .mapToInt(FieldValue::page)
                    .findFirst()
                    .orElse(1);
        }
    }

    /// A value, exactly as it stands in the document.
    record FieldValue(String text, int page, Span span) {
        /// No value.
        static final FieldValue NONE = new FieldValue("", 1, new Span(0, 0));
    }

    /// A document block by block, each beside what it was.
    record Rewritten(List<RewrittenBlock> blocks) implements TaskResult {
        public Rewritten {
            blocks = List.copyOf(blocks);
        }
    }

    /// The document's outline.
    record Outline(List<OutlineEntry> entries, Origin origin) implements TaskResult {
        public Outline {
            entries = List.copyOf(entries);
        }

        /// Who named the parts.
        public enum Origin {
            /// The document itself.
            HEADINGS,
            /// The model.
            MODEL
        }
    }

    /// A heading.
    ///
    /// @param level from 1, the outermost
    /// @param page from 1
    /// @param span the heading, or the part that the model named
    record OutlineEntry(int level, String text, int page, Span span) {}

    /// Labels, one for each document or row.
    record Labels(List<LabelledItem> items) implements TaskResult {
        public Labels {
            items = List.copyOf(items);
        }
    }

    /// What was labelled and how.
    ///
    /// @param text what was looked at
    /// @param label empty if the model chose none
    /// @param shares how probable each label is among them, in their order; empty if the runtime
    ///   cannot tell
    record LabelledItem(
            Source source, String text, int page, Span span, String label, List<Double> shares) {
        public LabelledItem {
            shares = List.copyOf(shares);
        }
    }

    /// A text of the model's own that nothing was checked of.
    ///
    /// @param unread how many parts of the material did not fit and were not read
    record Written(String text, int unread) implements TaskResult {}
}
