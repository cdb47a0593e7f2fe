package org.fumikura.app.text;

import org.fumikura.rag.library.FilePresence;
import org.fumikura.rag.library.FileProblem;
import org.fumikura.rag.library.FileState;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.ui.Messages;

/// The state of a file in words.
public final class FileText {
    private FileText() {}

    /// The name of a state, such as "Searchable".
    public static String state(Messages messages, FileState state) {
        return messages.get("state." + state);
    }

    /// The state of a file, and whether the file itself can be reached.
    public static String state(Messages messages, LibraryFile file) {
        String words = state(messages, file.state());
        return file.presence() == FilePresence.HERE
                ? words
                : messages.get("presence." + file.presence(), words);
    }

    /// Why a file is not in the index, and what to do about it.
    public static String problem(Messages messages, FileProblem problem) {
        return messages.get("problem." + problem.kind(), problem.detail());
    }
}
