package org.fumikura.rag.chat;

import java.nio.file.Path;

/// A text that a turn has to offer as a file. It is kept with the turn; nothing is at `path` unless
/// the person saves it there.
///
/// @param path where it is proposed to be saved
public record TurnFile(Path path, String text) {}
