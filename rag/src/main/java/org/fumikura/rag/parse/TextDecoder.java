package org.fumikura.rag.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/// Bytes of unknown encoding to text. What can be told for certain (marks, escapes, strict UTF-8)
/// is tried first; then the Japanese encodings, decoded strictly and compared by how much they look
/// like Japanese, which holds for a few words too, where statistics fail; then statistics.
final class TextDecoder {
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    // The one EUC-JP of the JDK that knows the circled numbers and Roman numerals of Windows.
    private static final Charset EUC_JP = Charset.forName("x-eucJP-Open");
    private static final Charset ISO_2022_JP = Charset.forName("x-windows-iso2022jp");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int SAMPLE = 64 * 1024;

    private TextDecoder() {}

    /// Decodes `bytes`; never fails, what cannot be decoded becomes U+FFFD.
    static String decode(byte[] bytes) {
        return decode(bytes, Optional.empty());
    }

    /// Decodes `bytes`, said to be in the encoding `declared`: believed unless the bytes are marked
    /// otherwise or are not valid in it.
    static String decode(byte[] bytes, Optional<String> declared) {
        Optional<String> marked = decodeMarked(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Optional<String> believed =
                declared.flatMap(TextDecoder::charset).flatMap(c -> strict(bytes, c));
        return believed.orElseGet(() -> guess(bytes));
    }

    /// The charset a document means by `name`: Windows' extension where the plain one is a subset.
    private static Optional<Charset> charset(String name) {
        String trimmed = name.strip();
        if (trimmed.equalsIgnoreCase("shift_jis") || trimmed.equalsIgnoreCase("x-sjis")) {
            return Optional.of(SHIFT_JIS);
        }
        if (trimmed.equalsIgnoreCase("euc-jp")) {
            return Optional.of(EUC_JP);
        }
        if (trimmed.equalsIgnoreCase("iso-2022-jp")) {
            return Optional.of(ISO_2022_JP);
        }
        if (trimmed.equalsIgnoreCase("iso-8859-1") || trimmed.equalsIgnoreCase("us-ascii")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(trimmed));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> decodeMarked(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(lenient(bytes, 3, StandardCharsets.UTF_8));
        }
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(lenient(bytes, 4, StandardCharsets.UTF_32LE));
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return Optional.of(lenient(bytes, 2, StandardCharsets.UTF_16LE));
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return Optional.of(lenient(bytes, 2, StandardCharsets.UTF_16BE));
        }
        return Optional.empty();
    }

    private static String guess(byte[] bytes) {
        if (hasJapaneseEscape(bytes)) {
            Optional<String> jis = strict(bytes, ISO_2022_JP);
            if (jis.isPresent()) {
                return jis.get();
            }
        }
        return guessUtf16(bytes)
                .or(() -> strict(bytes, StandardCharsets.UTF_8))
                .or(() -> guessJapanese(bytes))
                .or(() -> guessByStatistics(bytes))
                .orElseGet(() -> lenient(bytes, 0, WINDOWS_1252));
    }

    private static boolean hasJapaneseEscape(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
            if (bytes[i] == 0x1B && (bytes[i + 1] == '$' || bytes[i + 1] == '(')) {
                return true;
            }
        }
        return false;
    }

    /// UTF-16 without a mark: text has many characters below U+0100 or in the kana block, so one of
    /// each two bytes repeats a few values: zero for Latin, 0x30 for kana.
    private static Optional<String> guessUtf16(byte[] bytes) {
        int pairs = Math.min(bytes.length, SAMPLE) / 2;
        if (pairs == 0 || bytes.length % 2 != 0) {
            return Optional.empty();
        }
        int[] zeros = new int[2];
        int[] highs = new int[2];
        for (int i = 0; i < pairs * 2; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
            highs[i % 2] += bytes[i] == 0 || bytes[i] == 0x30 ? 1 : 0;
        }
        if (zeros[0] + zeros[1] == 0) {
            return Optional.empty();
        }
        if (highs[1] * 4 > pairs && zeros[0] * 20 < pairs) {
            return strict(bytes, StandardCharsets.UTF_16LE);
        }
        if (highs[0] * 4 > pairs && zeros[1] * 20 < pairs) {
            return strict(bytes, StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    private static Optional<String> guessJapanese(byte[] bytes) {
        Optional<String> best = Optional.empty();
        double bestLikeness = 0.5;
        for (Charset charset : List.of(SHIFT_JIS, EUC_JP)) {
            Optional<String> text = strict(bytes, charset);
            double likeness = text.map(TextDecoder::likenessToJapanese).orElse(0.0);
            if (likeness > bestLikeness) {
                best = text;
                bestLikeness = likeness;
            }
        }
        return best;
    }

    /// From 0 to 1: the share of what is not ASCII that is kana, common ideographs or Japanese
    /// punctuation. Half-width kana count against it: in Shift_JIS nearly any bytes are some.
    private static double likenessToJapanese(String text) {
        int other = 0;
        double japanese = 0;
        int end = Math.min(text.length(), SAMPLE);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            other++;
            if (c >= 0x3001 && c <= 0x30FF || c == 0x3000 || c >= 0xFF01 && c <= 0xFF5E) {
                japanese += 1;
            } else if (c >= 0x4E00 && c <= 0x9FFF) {
                japanese += isCommon(c) ? 1 : 0.2;
            } else if (c >= 0xFF61 && c <= 0xFF9F) {
                japanese += 0.3;
            } else if (c >= 0x2000 && c <= 0x2FFF) {
                japanese += 0.7;
            }
        }
        return other == 0 ? 0 : japanese / other;
    }

    /// Whether `c` is in the first level of the Japanese standard: rows 16 to 47, lead bytes up to
    /// 0x98 in Shift_JIS.
    private static boolean isCommon(char c) {
        byte[] code = String.valueOf(c).getBytes(SHIFT_JIS);
        return code.length == 2 && (code[0] & 0xFF) <= 0x98;
    }

    private static Optional<String> guessByStatistics(byte[] bytes) {
        var detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(bytes.length, SAMPLE));
        detector.dataEnd();
        return Optional.ofNullable(detector.getDetectedCharset())
                .flatMap(TextDecoder::charset)
                .flatMap(c -> strict(bytes, c));
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static String lenient(byte[] bytes, int from, Charset charset) {
        return new String(bytes, from, bytes.length - from, charset);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
