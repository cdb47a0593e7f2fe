package org.fumikura.app.viewer;

/// What the panel shows.
public sealed interface ViewerState {
    /// Nothing was opened yet.
    record Nothing() implements ViewerState {}

    /// The document is being fetched or its page drawn.
    record Opening(Place place) implements ViewerState {}

    /// A page.
    ///
    /// @param quote what stands at the place
    /// @param position which of the places opened together this is, from 0
    /// @param places how many were opened together
    record Showing(
            Place place, String quote, PageText page, PageLook look, int position, int places)
            implements ViewerState {
        /// Whether `other` is the same page for the same place, however it looks.
        boolean isSamePage(Showing other) {
            return place.equals(other.place)
                    && position == other.position
                    && page.number() == other.page.number();
        }
    }

    /// The document is not in the library any more.
    record Gone(Place place) implements ViewerState {}

    /// It could not be fetched.
    record Failed(RuntimeException fault) implements ViewerState {}
}
