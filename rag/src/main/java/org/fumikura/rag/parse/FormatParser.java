package org.fumikura.rag.parse;

import java.io.IOException;

/// Reads files of one family of formats. Stateless.
interface FormatParser {
    /// Reads `input`, known to be of `mediaType`, and by `unpacking` the files inside it.
    ///
    /// @throws IOException if the file cannot be read or is damaged
    ParseOutcome parse(Input input, String mediaType, Unpacking unpacking) throws IOException;
}
