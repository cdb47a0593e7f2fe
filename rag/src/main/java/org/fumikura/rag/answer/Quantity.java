package org.fumikura.rag.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number and what it counts or measures, as documents write it: 「3万2千人」, "4,200 euros", "1.4
/// kg".
///
/// @param value of the number, with 万 and 億 reckoned in
/// @param unit in one case, without a plural's s; empty if there is none
record Quantity(BigDecimal value, String unit) {
    /// The unit of a year that stands by itself: "built in 1412", 「1412年」.
    static final String YEAR = "年";

    /// The unit of how old somebody is: "12 years old", 「12歳」.
    static final String AGE = "歳";

    private static final String DIGITS = "\\d+(?:,\\d{3})*(?:\\.\\d+)?";

    private static final Pattern QUANTITY =
            Pattern.compile(
                    "(?<sign>[€$£¥])?(?<number>DIGITS(?:[兆億万千百](?:DIGITS)?)*)"
                                    .replace("DIGITS", DIGITS)
                            + "\\s?(?<unit>[%°€$£¥]|years?[ -]old\\b|\\p{IsLatin}+|時間|分間|週間|日間|年間|[かカヵヶ箇]月|[かカヵヶ箇]所|世紀|つ|\\p{IsHan}|[ァ-ヴー]+)?");

    private static final Pattern PART =
            Pattern.compile("(?<digits>DIGITS)|(?<times>[兆億万千百])".replace("DIGITS", DIGITS));

    private static final Pattern YEAR_ALONE = Pattern.compile("1\\d{3}|20\\d{2}");

    private static final Map<String, Integer> ZEROS =
            Map.of("百", 2, "千", 3, "万", 4, "億", 8, "兆", 12);

    private static final int OF_ITS_OWN = 4;

    /// What follows a number in English and is no unit.
    private static final Set<String> NO_UNITS =
            Set.of("and", "or", "to", "by", "in", "at", "on", "for", "with", "but", "is", "was");

    /// Those in `text`, in order.
    static List<Quantity> in(String text) {
        var all = new ArrayList<Quantity>();
        Matcher matcher = QUANTITY.matcher(Numbers.inDigits(text).toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String number = matcher.group("number");
            String unit = unit(matcher);
            boolean year =
                    YEAR_ALONE.matcher(number).matches() && (unit.isEmpty() || unit.equals(YEAR));
            all.add(new Quantity(value(number), year ? YEAR : unit.equals(YEAR) ? "年間" : unit));
        }
        return List.copyOf(all);
    }

    private static String unit(Matcher quantity) {
        if (quantity.group("sign") != null) {
            return quantity.group("sign");
        }
        String unit = quantity.group("unit");
        if (unit == null || NO_UNITS.contains(unit)) {
            return "";
        }
        if (unit.matches("years?[ -]old")) {
            return AGE;
        }
        return unit.length() > 2 && unit.endsWith("s")
                ? unit.substring(0, unit.length() - 1)
                : unit;
    }

    /// 「3万2千」 is 3 times ten thousand and 2 times a thousand; 万 and what is greater multiplies all
    /// that came since the last such: 「2千5百万」.
    private static BigDecimal value(String number) {
        BigDecimal whole = BigDecimal.ZERO;
        BigDecimal below = BigDecimal.ZERO;
        BigDecimal digits = BigDecimal.ZERO;
        Matcher part = PART.matcher(number);
        while (part.find()) {
            if (part.group("digits") != null) {
                digits = new BigDecimal(part.group("digits").replace(",", ""));
                continue;
            }
            int zeros = ZEROS.getOrDefault(part.group("times"), 0);
            if (zeros >= OF_ITS_OWN) {
                whole = whole.add(below.add(digits).scaleByPowerOfTen(zeros));
                below = BigDecimal.ZERO;
            } else {
                below = below.add(digits.scaleByPowerOfTen(zeros));
            }
            digits = BigDecimal.ZERO;
        }
        return whole.add(below).add(digits);
    }
}
