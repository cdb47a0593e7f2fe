package org.fumikura.rag.parse;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The pictures of text that one reading of a file meets: those that were recognised before are
/// taken as known, as many more are recognised as fit the time. For one thread.
final class Pictures {
    /// More than a page needs; a picture of so many takes 25 MB in grey.
    static final double MAX_PIXELS = 25e6;

    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);

    private final Optional<TextRecognition> recognition;
    private final List<PictureText> texts = new ArrayList<>();
    private final int known;
    private final long deadline;
    private int met;

    private Pictures(Optional<TextRecognition> recognition, RecognitionOrder order) {
        this.recognition = recognition;
        this.texts.addAll(order.known());
        this.known = texts.size();
        this.deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(order.seconds());
    }

    /// Pictures that are only counted.
    static Pictures left() {
        return new Pictures(Optional.empty(), new RecognitionOrder(List.of(), 0));
    }

    static Pictures recognised(TextRecognition recognition, RecognitionOrder order) {
        return new Pictures(Optional.of(recognition), order);
    }

    /// How a picture comes about.
    interface Drawing {
        /// A page at about 300 dots an inch.
        BufferedImage draw() throws IOException;
    }

    /// The text in the next picture; empty if it is not its turn.
    ///
    /// @throws Interruption if the thread was interrupted
    Optional<PictureText> read(Drawing drawing) {
        Interruption.check();
        int next = met++;
        if (next < texts.size()) {
            return Optional.of(texts.get(next));
        }
        boolean due = texts.size() == known || System.nanoTime() < deadline;
        if (recognition.isEmpty() || next > texts.size() || !due) {
            return Optional.empty();
        }
        PictureText text = recognise(recognition.get(), drawing);
        texts.add(text);
        return Optional.of(text);
    }

    /// All that is known now.
    List<PictureText> texts() {
        return texts;
    }

    Recognition.Rest rest() {
        return met > texts.size() ? Recognition.Rest.MORE : Recognition.Rest.NOTHING;
    }

    private static PictureText recognise(TextRecognition recognition, Drawing drawing) {
        try {
            Recognised found = recognition.recognise(drawing.draw());
            return found.isText() ? new PictureText(found.paragraphs()) : PictureText.NONE;
        } catch (Interruption interruption) {
            throw interruption;
        } catch (IOException | RuntimeException fault) {
            Interruption.check();
            // One picture that cannot be drawn or recognised must not cost the others.
            LOG.info("A picture was not recognised: {}", fault.getClass().getSimpleName());
            return PictureText.NONE;
        }
    }
}
