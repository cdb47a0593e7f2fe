package org.fumikura.rag.parse;

import java.util.List;

/// A page as it looks, or why there is no picture of it.
public sealed interface PagePicture {
    /// The picture.
    ///
    /// @param png the picture's file; borrowed, never changed
    /// @param marks the lines of what was to be found, as shares of the page's width and height;
    ///   none if it was not found
    @SuppressWarnings("ArrayRecordComponent") // Not a value: nobody compares pictures.
    record Drawn(byte[] png, List<PageBox> marks) implements PagePicture {
        public Drawn {
            marks = List.copyOf(marks);
        }
    }

    /// There is none.
    record NotDrawn(Reason reason) implements PagePicture {
        /// Why.
        public enum Reason {
            /// The file has no page of that number.
            NO_SUCH_PAGE,
            /// The file is locked.
            LOCKED,
            /// The file is gone, or damaged, or no PDF.
            UNREADABLE,
            /// It took too long or too much memory, or ended its process.
            STOPPED
        }
    }
}
