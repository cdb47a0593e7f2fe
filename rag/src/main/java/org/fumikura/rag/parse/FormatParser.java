package org.fumikura.rag.parse;

import java.io.IOException;
import java.nio.file.Path;

/// Reads files of one family of formats. Stateless.
interface FormatParser {
    /// Reads `file`, known to be of `mediaType`.
    ///
    /// @throws IOException if the file cannot be read or is damaged
    ParseOutcome parse(Path file, String mediaType) throws IOException;
}
