package org.fumikura.rag.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.rag.library.Source;
import org.fumikura.rag.query.FileFilter;

/// Why a search found a file, or did not.
public sealed interface Whereabouts {
    /// A word for the reason that scripts may rely on.
    String code();

    /// No file of the library is called so.
    record NotInLibrary() implements Whereabouts {
        @Override
        public String code() {
            return "not_in_library";
        }
    }

    /// It has no text that could be searched; its state or problem says why.
    record NotRead() implements Whereabouts {
        @Override
        public String code() {
            return "not_read";
        }
    }

    /// These filters of the query do not admit it.
    record Filtered(List<FileFilter> filters) implements Whereabouts {
        public Filtered {
            filters = List.copyOf(filters);
        }

        @Override
        public String code() {
            return "filtered";
        }
    }

    /// It is not in the collection that was searched.
    record NotInCollection() implements Whereabouts {
        @Override
        public String code() {
            return "not_in_collection";
        }
    }

    /// No passage of it has the phrases just so, or all that have also have what must not be there.
    record RuledOut(List<String> phrases, List<String> excluded) implements Whereabouts {
        public RuledOut {
            phrases = List.copyOf(phrases);
            excluded = List.copyOf(excluded);
        }

        @Override
        public String code() {
            return "ruled_out";
        }
    }

    /// It is among the hits.
    ///
    /// @param rank of its best passage, from 1
    record Found(int rank, Inspection.Evidence evidence) implements Whereabouts {
        @Override
        public String code() {
            return "found";
        }
    }

    /// Its best passage says the same as one of another file, which stands for it.
    record Folded(Source into) implements Whereabouts {
        @Override
        public String code() {
            return "folded";
        }
    }

    /// Others are better.
    ///
    /// @param byWords the rank of its best passage by words alone; empty if it has none of the
    ///   words
    /// @param byMeaning the same by meaning alone; empty where meaning is not searched, or if it is
    ///   not among the nearest by far
    record TooLow(OptionalInt byWords, OptionalInt byMeaning) implements Whereabouts {
        @Override
        public String code() {
            return "too_low";
        }
    }

    /// What is known of one file.
    ///
    /// @param file the file; empty if there is none in the library
    record OfFile(Optional<LibraryFile> file, Whereabouts where) {
        /// Whether some of its passages cannot be found by meaning yet.
        public boolean isWithoutMeaning() {
            return file.filter(known -> known.embedded() < known.passages()).isPresent();
        }
    }
}
