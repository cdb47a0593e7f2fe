package org.fumikura.rag.library;

import java.util.List;

/// What an ingestion came to: the files it looked at, each as it stood at the end, in path order.
///
/// @param outcome whether all was done
public record IngestReport(List<LibraryFile> files, Outcome outcome) {
    public IngestReport {
        files = List.copyOf(files);
    }

    /// The files that could not be read.
    public List<LibraryFile> problems() {
        return files.stream().filter(file -> file.state() == FileState.PROBLEM).toList();
    }

    /// How an ingestion ended.
    public enum Outcome {
        /// Every file is searchable by words, also by those in its pictures of text if they can be
        /// recognised, and, with an embedding model, by meaning.
        COMPLETE,
        /// It was cancelled; what was done is kept, the rest is taken up at the next start.
        CANCELLED
    }
}
