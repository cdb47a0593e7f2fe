package org.fumikura.rag.task;

import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.fumikura.rag.answer.Language;

/// How a text is written anew.
///
/// @param system the instructions
/// @param request from a text to what the model is asked
/// @param again the same, once more, after a reply that would not do
/// @param needless whether a text may stay as it is
/// @param fits whether a reply is in the language wanted
/// @param pure whether it is so wholly, nothing of the source left over
record Rendering(
        String system,
        UnaryOperator<String> request,
        UnaryOperator<String> again,
        Predicate<String> needless,
        Predicate<String> fits,
        BiPredicate<String, String> pure) {
    static Rendering translation(Task.Translate task) {
        Locale to = task.to();
        return new Rendering(
                TaskWording.translator(to, task.document().source().title()),
                text -> TaskWording.translate(to) + text,
                text -> TaskWording.translateAgain(to) + text,
                text -> WrittenIn.isIn(text, to),
                reply -> WrittenIn.canBe(reply, to),
                (source, reply) -> WrittenIn.leavesNothing(source, reply, to));
    }

    static Rendering rewriting(Task.Rewrite task) {
        Language language = task.document().language();
        Locale locale = Locale.forLanguageTag(language.tag());
        return new Rendering(
                TaskWording.rewriter(language),
                text -> TaskWording.rewrite(language, task.wish(), text),
                text -> TaskWording.rewriteAgain(language, task.wish(), text),
                text -> text.codePoints().noneMatch(Character::isLetter),
                reply -> WrittenIn.canBe(reply, locale),
                (source, reply) -> true);
    }
}
