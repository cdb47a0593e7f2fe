package org.fumikura.rag.feedback;

import java.nio.file.Path;
import java.util.List;

/// The person's own questions with the pages that answer them, to compare ways of searching by.
/// Every call is durable when it returns; may be used from any thread.
public interface QuestionSet {
    /// All questions, in the order in which they were first judged.
    List<JudgedQuestion> all();

    /// Says of a page whether it is right for a question, in the place of what was said before. A
    /// question that is not there yet is added.
    ///
    /// @param question not blank; without the spaces around it
    void judge(String question, JudgedPage page);

    /// Takes back what was said of a page. A question of which nothing is left goes.
    void takeBack(String question, Path file, int page);

    /// Puts a question in other words. One that is there already takes its pages.
    void reword(long question, String text);

    /// Takes a question out, with what was said for it.
    void remove(long question);
}
