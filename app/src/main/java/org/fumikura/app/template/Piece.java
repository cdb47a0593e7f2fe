package org.fumikura.app.template;

/// A piece of a template.
sealed interface Piece {
    /// What stands as it is.
    record Words(String text) implements Piece {}

    /// A variable, in whose place its value comes.
    record Variable(String name) implements Piece {}
}
