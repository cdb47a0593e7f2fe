package org.fumikura.inference.ffm;

/// Guesses how an answer goes on, so that several tokens can be checked in one step. A wrong guess
/// costs time, never a different answer.
interface Guesser {
    /// Guesses nothing.
    Guesser NONE =
            new Guesser() {
                @Override
                public int[] guess(CachedSequence sequence, int token, int most) {
                    return new int[0];
                }

                @Override
                public void learn(int guessed, int right) {}
            };

    /// The tokens that may follow the sequence and the token.
    ///
    /// @param most no more than this many, may be negative
    int[] guess(CachedSequence sequence, int token, int most);

    /// Tells how many of the last guesses were right.
    void learn(int guessed, int right);
}
