package org.fumikura.app.door;

/// What is said at the door, a line each.
enum DoorReply {
    /// The request was understood and is under way.
    HEARD,
    /// It is done.
    DONE,
    /// It could not be done; the window says why.
    FAILED
}
