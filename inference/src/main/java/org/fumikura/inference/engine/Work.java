package org.fumikura.inference.engine;

/// What a native model did for one request.
///
/// @param cached prompt tokens that were still in the cache and cost nothing
/// @param prefilled prompt tokens that were computed
/// @param generated tokens of the answer
/// @param drafted tokens guessed from earlier text and checked along with others
/// @param accepted drafted tokens that turned out right, contained in `generated`
/// @param end how it ended
public record Work(int cached, int prefilled, int generated, int drafted, int accepted, End end) {

    /// How a request ended.
    public enum End {
        /// By itself.
        COMPLETE,
        /// At the most tokens allowed.
        CUT_OFF,
        /// It was stopped.
        STOPPED
    }
}
