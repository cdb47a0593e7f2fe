package org.fumikura.inference.ffm;

import java.util.Arrays;

/// Guesses how an answer goes on by looking up its last tokens in the prompt and in the answer so
/// far: answers from passages repeat their words. A wrong guess costs time, never a different
/// answer.
///
/// Whether guessing pays is measured, not assumed: how often a guess after a match of some length
/// is right (seen without computing anything, by comparing with what then came) against how much
/// longer a step takes with guesses. Where it does not pay, nothing is guessed.
final class PromptLookup {
    private static final int[] NOTHING = {};

    /// Tokens that must match before anything is guessed.
    private static final int SHORTEST_MATCH = 3;

    /// Guesses in a step; with the token before them they fill the row counts the kernels are made
    /// for.
    private static final int[] SIZES = {1, 2, 3, 7, 15};

    /// Matches as long as this are counted apart from shorter ones.
    private static final int[] MATCH_CLASSES = {6, 12, Integer.MAX_VALUE};

    private static final double FIRST_CHANCE = 0.75;
    private static final double FIRST_ROW_COST = 0.15;
    private static final double LEARNING = 0.1;
    private static final double LEAST_GAIN = 1.1;

    private final double[] chances = new double[MATCH_CLASSES.length];
    private final StepCosts costs;
    private int[] history;
    private int length;
    private int match;
    private int matched;

    /// @param costs what steps took until now in this process
    PromptLookup(int[] prompt, int capacity, StepCosts costs) {
        this.costs = costs;
        history = Arrays.copyOf(prompt, capacity + 1);
        length = prompt.length;
        Arrays.fill(chances, FIRST_CHANCE);
    }

    /// Takes the answer's next token.
    void add(int token) {
        if (matched >= SHORTEST_MATCH) {
            int kind = kind();
            double right = history[match] == token ? 1 : 0;
            chances[kind] += LEARNING * (right - chances[kind]);
        }
        boolean goesOn = matched > 0 && history[match] == token;
        history[length++] = token;
        if (goesOn) {
            match++;
            matched++;
        } else {
            search();
        }
    }

    /// Finds the latest place before the end that ends in the same tokens.
    private void search() {
        matched = 0;
        for (int end = length - 1; end >= SHORTEST_MATCH; end--) {
            if (endsAlike(end)) {
                match = end;
                matched = SHORTEST_MATCH;
                return;
            }
        }
    }

    private boolean endsAlike(int end) {
        for (int back = 1; back <= SHORTEST_MATCH; back++) {
            if (history[end - back] != history[length - back]) {
                return false;
            }
        }
        return true;
    }

    private int kind() {
        int kind = 0;
        while (matched >= MATCH_CLASSES[kind]) {
            kind++;
        }
        return kind;
    }

    /// The tokens that may come next, none where guessing does not pay.
    ///
    /// @param most no more than this many, may be negative
    int[] guess(int most) {
        if (matched < SHORTEST_MATCH) {
            return NOTHING;
        }
        double chance = chances[kind()];
        int available = Math.min(most, length - match);
        int best = 0;
        double bestGain = LEAST_GAIN;
        for (int size : SIZES) {
            if (size <= available) {
                double expected = (1 - Math.pow(chance, size + 1)) / (1 - Math.min(chance, 0.99));
                double gain = expected / costs.relative(size + 1);
                if (gain > bestGain) {
                    best = size;
                    bestGain = gain;
                }
            }
        }
        return Arrays.copyOfRange(history, match, match + best);
    }

    /// What steps of several rows take, compared with steps of one. Kept from answer to answer.
    static final class StepCosts {
        private static final int MOST_ROWS = 64;

        private final double[] nanos = new double[MOST_ROWS + 1];

        /// Notes how long a step took.
        void took(int rows, long time) {
            double known = nanos[rows];
            nanos[rows] = known == 0 ? time : known + LEARNING * 2 * (time - known);
        }

        /// How much longer a step of these rows takes than one of one row; a hopeful guess until it
        /// was tried.
        double relative(int rows) {
            if (nanos[1] == 0 || nanos[rows] == 0) {
                return 1 + FIRST_ROW_COST * (rows - 1);
            }
            return nanos[rows] / nanos[1];
        }
    }
}
