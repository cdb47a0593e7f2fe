package org.fumikura.rag.answer;

import java.util.regex.Pattern;

/// Recognises a sentence that asks what its text sets out to find, or says that it is not known: it
/// has the words of the finding, and does not state it.
final class Inquiry {
    private static final Pattern INQUIRY =
            Pattern.compile(
                    "\\bto (?:determine|test|assess|evaluate|examine|investigate|explore|clarify|find out|study|elucidate|ascertain)\\b"
                            + "|\\bwe (?:asked|investigated|examined|tested|assessed|evaluated|sought|hypothesi[sz]ed?|aim(?:ed)?)\\b"
                            + "|\\b(?:aims?|objectives?|purpose|goal|hypothesis|question)\\b.{0,40}\\b(?:was|were|is|are|that)\\b"
                            + "|\\b(?:objectives?|aims?)\\b\\s*[:—-]|\\bwhether\\b"
                            + "|\\b(?:is|are|was|were|remains?|remained)\\b.{0,30}\\b(?:unclear|unknown|uncertain|controversial|not (?:yet )?(?:known|clear|understood))\\b"
                            + "|かどうか|か否か|(?:不明|未解明|明らかで(?:は)?な(?:い|かった))|仮説|(?:目的と(?:し|する)|ことを目的|を調べ(?:る|た)|を検討(?:し|する))",
                    Pattern.CASE_INSENSITIVE);

    private Inquiry() {}

    static boolean isOne(String sentence) {
        return INQUIRY.matcher(sentence).find();
    }
}
