package org.fumikura.rag.parse;

/// What drawing a PDF page shows of how its text got there.
///
/// @param glyphs letters drawn
/// @param unmapped those of them for which the file does not say what they mean
/// @param pictureShare the share of the page that pictures cover, above 1 if they overlap
/// @param shapes filled shapes; text turned into curves is thousands of them
record PdfPageSigns(int glyphs, int unmapped, double pictureShare, int shapes) {
    private static final int FEW_LETTERS = 20;
    private static final double PICTURE = 0.3;
    // Where there is nothing else on the page.
    private static final double SMALL_PICTURE = 0.02;
    private static final int DRAWN_TEXT = 300;
    private static final double MANY = 0.3;

    /// What the text of a page is worth.
    enum Verdict {
        READABLE,
        /// The page is a picture of text, or text drawn as shapes.
        PICTURE,
        /// The file does not say what its letters mean, or says nonsense.
        GARBLED
    }

    /// The worth of a page with these signs whose text is `text`.
    Verdict verdict(String text) {
        long letters = text.codePoints().filter(Character::isLetterOrDigit).count();
        long nonsense = text.codePoints().filter(PdfPageSigns::isNonsense).count();
        boolean unmappedLetters = glyphs > FEW_LETTERS && unmapped > MANY * glyphs;
        boolean nonsenseLetters = nonsense > FEW_LETTERS / 2 && nonsense > MANY * letters;
        if (unmappedLetters || nonsenseLetters) {
            return Verdict.GARBLED;
        }
        double enough = letters == 0 ? SMALL_PICTURE : PICTURE;
        boolean drawn = pictureShare > enough || shapes > DRAWN_TEXT;
        return letters < FEW_LETTERS && drawn ? Verdict.PICTURE : Verdict.READABLE;
    }

    /// What stands where a letter should but means nothing: replacement, private and unassigned
    /// characters.
    private static boolean isNonsense(int c) {
        return c == 0xFFFD
                || Character.getType(c) == Character.PRIVATE_USE
                || !Character.isDefined(c);
    }
}
