package org.fumikura.rag.parse;

import java.util.List;

/// What came of reading a file together with its pictures of text.
///
/// @param outcome the document with the texts of all pictures recognised so far
/// @param pictures these texts, in the order in which reading meets the pictures
/// @param rest whether there are more
public record Recognition(ParseOutcome outcome, List<PictureText> pictures, Rest rest) {
    public Recognition {
        pictures = List.copyOf(pictures);
    }

    /// What came of reading a file alone.
    public static Recognition without(ParseOutcome outcome) {
        return new Recognition(outcome, List.of(), Rest.NOTHING);
    }

    /// What is left to do.
    public enum Rest {
        /// Pictures that were not reached.
        MORE,
        NOTHING
    }
}
