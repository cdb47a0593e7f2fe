package org.fumikura.app.window;

/// What of the way to a first answer is done.
///
/// @param models whether the models are there
/// @param documents whether a document can be searched
/// @param samples whether the sample documents are in the library, so that the example questions
///   have answers
public record WelcomeState(boolean models, boolean documents, boolean samples) {
    /// Whether a question can be answered.
    public boolean isReady() {
        return models && documents;
    }
}
