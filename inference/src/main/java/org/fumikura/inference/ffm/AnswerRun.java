package org.fumikura.inference.ffm;

import java.util.OptionalInt;
import org.fumikura.inference.engine.Sampling;
import org.fumikura.inference.engine.Work;
import org.fumikura.inference.engine.Work.End;

/// One answer, token by token.
final class AnswerRun {
    private static final int[] NO_GUESSES = {};

    private final CachedSequence sequence;
    private final Vocabulary vocabulary;
    private final TokenChoice choice;
    private final TextStream text;
    private final StopSwitch stop;
    private final Guesser guesser;
    private final int maxTokens;
    private final float[] logits;
    private int generated;
    private int drafted;
    private int accepted;

    AnswerRun(
            CachedSequence sequence,
            Vocabulary vocabulary,
            TokenChoice choice,
            TextStream text,
            StopSwitch stop,
            Guesser guesser,
            Sampling sampling) {
        this.sequence = sequence;
        this.vocabulary = vocabulary;
        this.choice = choice;
        this.text = text;
        this.stop = stop;
        this.guesser = guesser;
        this.maxTokens = sampling.maxTokens();
        this.logits = new float[vocabulary.size()];
    }

    /// Computes the prompt and generates.
    Work run(int[] prompt) {
        int cached = sequence.keep(prompt);
        if (!sequence.computeRest(prompt)) {
            return new Work(cached, sequence.length() - cached, 0, 0, 0, End.STOPPED);
        }
        End end = answer();
        text.finish();
        return new Work(cached, prompt.length - cached, generated, drafted, accepted, end);
    }

    private End answer() {
        int[] guesses = NO_GUESSES;
        int right = 0;
        int row = sequence.lastRow();
        while (true) {
            sequence.logits(row, logits);
            OptionalInt next = choice.next(logits);
            if (next.isEmpty() || vocabulary.ends(next.getAsInt())) {
                sequence.cut(sequence.length() - (guesses.length - right));
                return End.COMPLETE;
            }
            int token = next.getAsInt();
            choice.took(token);
            generated++;
            text.accept(vocabulary.bytes(token));
            boolean guessed = right < guesses.length && guesses[right] == token;
            if (guessed) {
                right++;
                row++;
                accepted++;
            }
            if (text.stopped() || generated == maxTokens || stop.isOn()) {
                sequence.cut(sequence.length() - (guesses.length - right));
                return text.stopped()
                        ? End.COMPLETE
                        : generated == maxTokens ? End.CUT_OFF : End.STOPPED;
            }
            if (guessed) {
                continue;
            }
            sequence.cut(sequence.length() - (guesses.length - right));
            guesser.learn(guesses.length, right);
            int room = Math.min(maxTokens - generated, sequence.capacity() - sequence.length()) - 1;
            guesses = guesser.guess(sequence, token, Math.min(room, sequence.mostOutputs() - 1));
            drafted += guesses.length;
            right = 0;
            row = 0;
            if (!sequence.compute(token, guesses)) {
                return End.STOPPED;
            }
        }
    }
}
