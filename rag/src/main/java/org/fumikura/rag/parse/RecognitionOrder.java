package org.fumikura.rag.parse;

import java.time.Duration;
import java.util.List;

/// How much of a file's pictures is to be recognised at one go.
///
/// @param known what earlier goes found, in the order in which reading meets the pictures
/// @param seconds after how long no further picture is begun; one is always recognised
public record RecognitionOrder(List<PictureText> known, int seconds) {
    /// No picture takes longer: it is looked at twice, across and down, each under a limit.
    public static final Duration LONGEST_PICTURE = Tesseract.A_PICTURE.multipliedBy(2);

    public RecognitionOrder {
        known = List.copyOf(known);
    }
}
