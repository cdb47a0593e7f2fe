package org.fumikura.rag.search;

import java.nio.file.Path;
import java.util.List;
import org.fumikura.rag.query.FileFilter;

/// Why a search found nothing.
public sealed interface Nothing {
    /// A word for the reason that scripts may rely on.
    String code();

    /// The library holds no file.
    record EmptyLibrary() implements Nothing {
        @Override
        public String code() {
            return "empty_library";
        }
    }

    /// These filters, each by itself, admit no file of the library.
    record NoSuchFile(List<FileFilter> filters) implements Nothing {
        public NoSuchFile {
            filters = List.copyOf(filters);
        }

        @Override
        public String code() {
            return "no_such_file";
        }
    }

    /// Each of the filters admits some file, but no file is admitted by all of them.
    record NoFileOfAll(List<FileFilter> filters) implements Nothing {
        public NoFileOfAll {
            filters = List.copyOf(filters);
        }

        @Override
        public String code() {
            return "no_file_of_all";
        }
    }

    /// Files are admitted, but none that could be read yet.
    record NotRead(List<Path> files) implements Nothing {
        public NotRead {
            files = List.copyOf(files);
        }

        @Override
        public String code() {
            return "not_read";
        }
    }

    /// The collection holds no file that could be read, or none that the filters admit.
    record NotInCollection() implements Nothing {
        @Override
        public String code() {
            return "not_in_collection";
        }
    }

    /// The library has it, but outside the collection or the files that the filters admit.
    record OnlyElsewhere() implements Nothing {
        @Override
        public String code() {
            return "only_elsewhere";
        }
    }

    /// All that has the words also has what must not be there.
    record RuledOut(List<String> excluded) implements Nothing {
        public RuledOut {
            excluded = List.copyOf(excluded);
        }

        @Override
        public String code() {
            return "ruled_out";
        }
    }

    /// No passage has any of the words.
    record NoWords() implements Nothing {
        @Override
        public String code() {
            return "no_words";
        }
    }
}
