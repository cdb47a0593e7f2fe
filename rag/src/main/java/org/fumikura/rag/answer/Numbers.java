package org.fumikura.rag.answer;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.text.ParsePosition;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The numbers a text states, made comparable: full-width digits, grouping commas and trailing
/// zeros do not matter, and Japanese numerals such as 三 or 十二 count where they stand before a
/// counter.
final class Numbers {
    private static final Pattern DIGITS = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?");
    private static final Pattern KANJI =
            Pattern.compile("[〇一二三四五六七八九十百千]+(?=[年月日時分秒人名回件個本枚冊台円歳代章条項号位割点度種歩社校棟階倍つか箇ヶ])");

    /// Behind a digit or 万 it goes on with a number that is written in digits already.
    private static final Pattern ALONE = Pattern.compile("(?<![\\d万億兆])" + KANJI.pattern());

    private static final String KANJI_DIGITS = "〇一二三四五六七八九";

    private static final String WORD =
            "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)";

    /// From two on: "one" is as often no number.
    private static final Pattern WORDS =
            Pattern.compile(
                    "\\bWORD(?:-(?:one|WORD))?(?: (?:hundred|thousand|million))?\\b"
                            .replace("WORD", WORD));

    /// Not for several threads at once.
    private static final RuleBasedNumberFormat SPELLED =
            new RuleBasedNumberFormat(Locale.ENGLISH, RuleBasedNumberFormat.SPELLOUT);

    private Numbers() {}

    /// The distinct numbers in `text`, in plain notation.
    static Set<String> in(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var numbers = new LinkedHashSet<String>();
        Matcher digits = DIGITS.matcher(normal);
        while (digits.find()) {
            numbers.add(plain(new BigDecimal(digits.group().replace(",", ""))));
        }
        Matcher kanji = KANJI.matcher(normal);
        while (kanji.find()) {
            numbers.add(plain(BigDecimal.valueOf(value(kanji.group()))));
        }
        return numbers;
    }

    /// The numbers that `text` bears out: those in it, and those that it writes as English words.
    static Set<String> statedIn(String text) {
        var numbers = new LinkedHashSet<>(in(text));
        WORDS.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(words -> spelled(words.group()))
                .forEach(numbers::add);
        return numbers;
    }

    private static String spelled(String words) {
        synchronized (SPELLED) {
            Number value = SPELLED.parse(words, new ParsePosition(0));
            return plain(BigDecimal.valueOf(value.longValue()));
        }
    }

    /// `text` in one width, its Japanese numerals before a counter in digits: 「六週間」 as 「6週間」.
    static String inDigits(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return ALONE.matcher(normal).replaceAll(numeral -> Long.toString(value(numeral.group())));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /// The value of a numeral: positional (二〇二四) or with tens and hundreds (三百二十).
    private static long value(String numeral) {
        long total = 0;
        long pending = 0;
        for (int i = 0; i < numeral.length(); i++) {
            char c = numeral.charAt(i);
            int digit = KANJI_DIGITS.indexOf(c);
            if (digit >= 0) {
                pending = pending * 10 + digit;
            } else {
                long unit = c == '十' ? 10 : c == '百' ? 100 : 1000;
                total += Math.max(pending, 1) * unit;
                pending = 0;
            }
        }
        return total + pending;
    }
}
