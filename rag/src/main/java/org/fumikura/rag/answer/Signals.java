package org.fumikura.rag.answer;

/// What the words of a sentence and of the evidence nearest to it tell about whether the evidence
/// bears the sentence out.
///
/// @param coverage how much of the sentence's content the evidence has, from 0 to 1
/// @param numbersStand whether every number of the sentence is in the evidence
/// @param names how the names of the sentence stand in the evidence
/// @param subjectNamed whether the passages nearest to the sentence mention half or more of the
///   names that the question asks about, and enough of its rare words
/// @param denies whether one of the two denies something and the other does not
/// @param turns whether one says more, earlier, allowed, and the other less, later, forbidden
record Signals(
        double coverage,
        boolean numbersStand,
        Naming names,
        boolean subjectNamed,
        boolean denies,
        boolean turns) {
    private static final double ENOUGH = 0.55;

    /// From here on the sentence is the evidence's own words.
    private static final double WORD_BY_WORD = 0.95;

    /// From here on the evidence speaks of the same thing, and a denial in one of the two weighs.
    private static final double SAME_WORDS = 0.7;

    /// Of a sentence that claims nothing.
    static final Signals NOTHING_SAID = new Signals(1, true, Naming.KNOWN, true, false, false);

    /// Whether the evidence has enough of the sentence's words, whatever of the rest.
    boolean worded() {
        return coverage >= ENOUGH;
    }

    /// Whether the words alone suffice to call the sentence supported.
    boolean sufficient() {
        return worded() && numbersStand && names == Naming.KNOWN && !opposed();
    }

    /// Whether one of the two denies what the other says.
    boolean denied() {
        return denies && coverage >= SAME_WORDS;
    }

    /// Whether the evidence has the sentence word by word.
    boolean isWordByWord() {
        return coverage >= WORD_BY_WORD;
    }

    /// Whether the one is the other, word by word, but for the denial.
    boolean turnedRound() {
        return denies && isWordByWord();
    }

    /// Whether sentence and evidence seem to say opposite things.
    boolean opposed() {
        return turns || denied();
    }
}
