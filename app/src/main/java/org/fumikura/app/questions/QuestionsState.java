package org.fumikura.app.questions;

import java.nio.file.Path;
import org.fumikura.rag.eval.SettingComparison.Table;

/// What is being done with the question set, or was done last.
public sealed interface QuestionsState {
    /// Nothing yet.
    record Idle() implements QuestionsState {}

    /// Searches are being made.
    ///
    /// @param total 0 as long as it is not known
    record Comparing(int done, int total) implements QuestionsState {}

    /// How the settings did.
    record Compared(Table table) implements QuestionsState {}

    /// The comparison was stopped.
    record Stopped() implements QuestionsState {}

    /// The set was written into a folder.
    record Exported(Path folder, int questions) implements QuestionsState {}

    /// There is something of that name already.
    record Exists(Path folder) implements QuestionsState {}

    /// Questions were read from a folder.
    record Imported(Path folder, int questions) implements QuestionsState {}

    /// It did not work.
    record Failed(RuntimeException fault) implements QuestionsState {}
}
