package org.fumikura.rag.answer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words with which a model leads over to what a passage says: "The passage states that",
/// 資料によると. Citations say that better, and the words are nobody's claim, so that no evidence has
/// them.
final class Preamble {
    private static final String SOURCE =
            "(?:passages?|documents?|texts?|sources?|excerpts?|information)";

    private static final Pattern ENGLISH =
            Pattern.compile(
                    "^(?:(?:(?:The|This|These|Both)(?: provided| given)? "
                            + SOURCE
                            + "(?: provided)?|Passages? \\d+)"
                            + " (?:also )?(?:(?:state|say|mention|indicate|explain|note|show)s?|specify|specifies) that"
                            + "|(?:According to|Based on) (?:the|this|these)(?: provided| given)? "
                            + SOURCE
                            + "(?: provided)?,) +(?=\\S)");

    private static final Pattern JAPANESE =
            Pattern.compile(
                    "^(?:(?:提供|提示)された|与えられた|この|上記の)?(?:資料|文書|文章|文献|本文|テキスト|情報)"
                            + "(?:によると|によれば|に基づくと|では)、(?=\\S)");

    private Preamble() {}

    /// `sentence` without such words at its beginning.
    static String without(String sentence) {
        Matcher english = ENGLISH.matcher(sentence);
        if (english.find()) {
            int rest = english.end();
            int first = sentence.codePointAt(rest);
            return Character.toString(Character.toUpperCase(first))
                    + sentence.substring(rest + Character.charCount(first));
        }
        return JAPANESE.matcher(sentence).replaceFirst("");
    }
}
