package org.fumikura.rag.library;

/// How far the pictures of text in a file have been recognised.
public enum RecognitionState {
    /// It has no pictures of text, as far as is known.
    NOT_NEEDED,
    /// They are recognised, or will be when it is their turn.
    WAITING,
    /// All were looked at; of those that are counted as unread no text could be told.
    DONE,
    /// The same, and Tesseract lacks English, Japanese or vertical Japanese, which may be why.
    DONE_WITHOUT_ALL_LANGUAGES,
    /// Tesseract is not installed, or knows neither English nor Japanese.
    NOT_INSTALLED
}
