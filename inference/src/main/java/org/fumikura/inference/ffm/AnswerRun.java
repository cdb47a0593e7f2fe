package org.fumikura.inference.ffm;

import java.util.OptionalInt;
import org.fumikura.inference.engine.Sampling;
import org.fumikura.inference.engine.Work;
import org.fumikura.inference.engine.Work.End;
import org.fumikura.inference.ffm.PromptLookup.StepCosts;
import org.jspecify.annotations.Nullable;

/// One answer, token by token.
final class AnswerRun {
    private static final int[] NO_GUESSES = {};

    private final CachedSequence sequence;
    private final Vocabulary vocabulary;
    private final TokenChoice choice;
    private final TextStream text;
    private final StopSwitch stop;
    private final Guessing guessing;
    private final int maxTokens;
    private final float[] logits;
    private @Nullable PromptLookup lookup;
    private int[] guesses = NO_GUESSES;
    private int right;
    private int row;
    private int generated;
    private int drafted;
    private int accepted;

    /// Whether and how next tokens are guessed.
    ///
    /// @param mostGuesses in one step; 0 for none
    /// @param costs of steps in this process
    record Guessing(int mostGuesses, StepCosts costs) {}

    AnswerRun(
            CachedSequence sequence,
            Vocabulary vocabulary,
            TokenChoice choice,
            TextStream text,
            StopSwitch stop,
            Guessing guessing,
            Sampling sampling) {
        this.sequence = sequence;
        this.vocabulary = vocabulary;
        this.choice = choice;
        this.text = text;
        this.stop = stop;
        this.guessing = guessing;
        this.maxTokens = sampling.maxTokens();
        this.logits = new float[vocabulary.size()];
    }

    /// Computes the prompt and generates.
    Work run(int[] prompt) {
        int cached = sequence.keep(prompt);
        if (!sequence.computeRest(prompt)) {
            return new Work(cached, sequence.length() - cached, 0, 0, 0, End.STOPPED);
        }
        if (guessing.mostGuesses() > 0) {
            lookup = new PromptLookup(prompt, sequence.capacity(), guessing.costs());
        }
        row = sequence.lastRow();
        End end = answer();
        forgetWrongGuesses();
        text.finish();
        return new Work(cached, prompt.length - cached, generated, drafted, accepted, end);
    }

    private End answer() {
        while (true) {
            sequence.logits(row, logits);
            OptionalInt next = choice.next(logits);
            if (next.isEmpty() || vocabulary.ends(next.getAsInt())) {
                return End.COMPLETE;
            }
            int token = next.getAsInt();
            choice.took(token);
            generated++;
            text.accept(vocabulary.bytes(token));
            if (lookup != null) {
                lookup.add(token);
            }
            boolean guessed = right < guesses.length && guesses[right] == token;
            if (guessed) {
                right++;
                row++;
                accepted++;
            }
            if (text.stopped()) {
                return End.COMPLETE;
            }
            if (generated == maxTokens) {
                return End.CUT_OFF;
            }
            if (stop.isOn() || (!guessed && !compute(token))) {
                return End.STOPPED;
            }
        }
    }

    /// Computes what follows the token, along with guesses of what that is.
    private boolean compute(int token) {
        forgetWrongGuesses();
        if (lookup != null) {
            int room = Math.min(maxTokens - generated, sequence.capacity() - sequence.length()) - 1;
            guesses = lookup.guess(Math.min(room, guessing.mostGuesses()));
            drafted += guesses.length;
        }
        row = 0;
        long start = System.nanoTime();
        boolean computed = sequence.compute(token, guesses);
        guessing.costs().took(1 + guesses.length, System.nanoTime() - start);
        return computed;
    }

    private void forgetWrongGuesses() {
        sequence.cut(sequence.length() - (guesses.length - right));
        guesses = NO_GUESSES;
        right = 0;
    }
}
