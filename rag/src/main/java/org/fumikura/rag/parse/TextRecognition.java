package org.fumikura.rag.parse;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Set;

/// Recognises the text in pictures. For any number of threads.
interface TextRecognition {
    /// The languages it knows, by their names in Tesseract: of `eng`, `jpn` and `jpn_vert`.
    Set<String> languages();

    /// The text in `picture`, which shows a page at about 300 dots an inch.
    ///
    /// @throws IOException if it failed or took too long
    Recognised recognise(BufferedImage picture) throws IOException;
}
