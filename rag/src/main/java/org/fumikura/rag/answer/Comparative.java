package org.fumikura.rag.answer;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which of two a question asks for by what can be reckoned: the larger, the cheaper, the older. A
/// small model reads what each costs and then says the wrong one as often as the right one
/// (`docs/decisions/0063`); arithmetic does not.
///
/// @param rules those whose words the question has
record Comparative(List<Rule> rules) {
    private static final Pattern DENIES =
            Pattern.compile("\\bnot\\b|n['’]t\\b|ない|なかった|ません", Pattern.CASE_INSENSITIVE);

    private static final Set<Kind> SIZES = EnumSet.of(Kind.AMOUNT, Kind.SPAN, Kind.AGE);
    private static final Set<Kind> TIMES = EnumSet.of(Kind.POINT, Kind.SPAN);
    private static final Set<Kind> POINTS = EnumSet.of(Kind.POINT);
    private static final Set<Kind> AGES = EnumSet.of(Kind.AGE);

    private static final List<Rule> RULES =
            List.of(
                    new Rule(
                            1,
                            SIZES,
                            "more|most|larger|largest|bigger|biggest|higher|highest|taller|tallest|longer|longest|wider|widest|heavier|heaviest|farther|further|deeper|thicker|greater|greatest|costlier|dearer",
                            "(?:多|高|長|広|重|遠|深|厚|太)(?:い|く|かった|そう)|大き(?:い|く|かった|な)|上回"),
                    new Rule(
                            -1,
                            SIZES,
                            "fewer|fewest|less|least|smaller|smallest|lower|lowest|shorter|shortest|narrower|lighter|lightest|nearer|nearest|closer|closest|cheaper|cheapest|thinner",
                            "(?:低|安|短|狭|軽|近|浅|薄|細)(?:い|く|かった|そう)|少な(?:い|く|かった|め)|小さ(?:い|く|かった|な)|下回"),
                    new Rule(1, TIMES, "later|last", "遅(?:い|く|かった)|後(?:に|で|から|か|です|の(?:方|ほう))"),
                    new Rule(
                            -1,
                            TIMES,
                            "earlier|earliest|first|sooner",
                            "早(?:い|く|かった)|(?:先|前)(?:に|で|か|です|の(?:方|ほう))"),
                    new Rule(
                            1,
                            POINTS,
                            "newer|newest|younger|youngest|latest|more recent(?:ly)?",
                            "新し(?:い|く|かった)|最近|年下|若(?:い|く|かった)"),
                    new Rule(-1, POINTS, "older|oldest|elder|eldest", "古(?:い|く|かった)|年上|年長"),
                    new Rule(1, AGES, "older|oldest|elder|eldest", "年上|年長"),
                    new Rule(-1, AGES, "younger|youngest", "年下|若(?:い|く|かった)"));

    /// What a quantity is, by its unit.
    private enum Kind {
        POINT,
        SPAN,
        AGE,
        AMOUNT;

        static Kind of(String unit) {
            return switch (unit) {
                case Quantity.YEAR, "世紀", "時", "月", "日" -> POINT;
                case "年間",
                        "か月",
                        "カ月",
                        "ヶ月",
                        "ヵ月",
                        "箇月",
                        "週間",
                        "日間",
                        "時間",
                        "分間",
                        "分",
                        "秒",
                        "year",
                        "month",
                        "week",
                        "day",
                        "hour",
                        "minute",
                        "second" ->
                        SPAN;
                case Quantity.AGE, "才" -> AGE;
                default -> AMOUNT;
            };
        }
    }

    /// Words that ask for more or less of some kinds of quantities.
    ///
    /// @param sign 1 for more or later, -1 for less or earlier
    private record Rule(int sign, Set<Kind> kinds, Pattern words) {
        Rule(int sign, Set<Kind> kinds, String english, String japanese) {
            this(sign, kinds, Pattern.compile("\\b(?:" + english + ")\\b|" + japanese));
        }
    }

    /// That of `question`; empty if it asks for nothing of the kind, or denies something.
    static Optional<Comparative> in(String question, Alternatives offered) {
        String asked = Claim.folded(question);
        for (String name : offered.both()) {
            asked = asked.replace(Claim.folded(name), "、");
        }
        String words = asked;
        List<Rule> rules =
                RULES.stream().filter(rule -> rule.words().matcher(words).find()).toList();
        String rest = words;
        for (Rule rule : rules) {
            rest = rule.words().matcher(rest).replaceAll("、");
        }
        return rules.isEmpty() || DENIES.matcher(rest).find()
                ? Optional.empty()
                : Optional.of(new Comparative(rules));
    }

    /// Which of two is asked for, by what is said of each: below 0 the first, above 0 the second, 0
    /// if that does not tell.
    int compare(String ofOne, String ofOther) {
        Map<String, Integer> differences = differences(byUnit(ofOne), byUnit(ofOther));
        // Of two dates the years tell, if they differ.
        Optional<String> telling =
                differences.containsKey(Quantity.YEAR)
                        ? Optional.of(Quantity.YEAR)
                        : differences.keySet().stream()
                                .findFirst()
                                .filter(_ -> differences.size() == 1);
        return telling.map(unit -> sign(Kind.of(unit)) * differences.getOrDefault(unit, 0))
                .orElse(0);
    }

    /// 1 where more of a kind is asked for, -1 where less is, 0 where neither or both are.
    private int sign(Kind kind) {
        Set<Integer> signs =
                rules.stream()
                        .filter(rule -> rule.kinds().contains(kind))
                        .map(Rule::sign)
                        .collect(Collectors.toSet());
        return signs.size() == 1 ? signs.iterator().next() : 0;
    }

    /// Of the units that both have those with other values: 1 where the second has more, else -1.
    private static Map<String, Integer> differences(
            Map<String, BigDecimal> ofOne, Map<String, BigDecimal> ofOther) {
        var differences = new LinkedHashMap<String, Integer>();
        ofOne.forEach((unit, value) -> {
            int difference = Integer.signum(ofOther.getOrDefault(unit, value).compareTo(value));
            if (difference != 0) {
                differences.put(unit, difference);
            }
        });
        return differences;
    }

    /// The quantities of `text` by their units; without those of which there are several.
    private static Map<String, BigDecimal> byUnit(String text) {
        Map<String, List<Quantity>> all =
                Quantity.in(text).stream()
                        .collect(
                                Collectors.groupingBy(
                                        Quantity::unit, LinkedHashMap::new, Collectors.toList()));
        var single = new LinkedHashMap<String, BigDecimal>();
        all.forEach((unit, quantities) -> {
            if (quantities.size() == 1) {
                single.put(unit, quantities.getFirst().value());
            }
        });
        return single;
    }
}
