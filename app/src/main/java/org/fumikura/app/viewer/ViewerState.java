package org.fumikura.app.viewer;

/// What the panel shows.
public sealed interface ViewerState {
    /// Nothing was opened yet.
    record Nothing() implements ViewerState {}

    /// The document is being fetched.
    record Opening(Place place) implements ViewerState {}

    /// A page.
    ///
    /// @param position which of the places opened together this is, from 0
    /// @param places how many were opened together
    record Showing(Place place, PageText page, int position, int places) implements ViewerState {}

    /// The document is not in the library any more.
    record Gone(Place place) implements ViewerState {}

    /// It could not be fetched.
    record Failed(RuntimeException fault) implements ViewerState {}
}
