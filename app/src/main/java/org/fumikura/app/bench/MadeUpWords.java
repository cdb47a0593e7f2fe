package org.fumikura.app.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A vocabulary whose words come as often as those of a language do: the nth word one nth as often
/// as the first.
final class MadeUpWords {
    private static final int SIZE = 20_000;
    private static final String[] SYLLABLES = {
        "ba", "con", "de", "fer", "gra", "hol", "in", "ka", "lo", "mer", "nor", "pla", "re", "sti",
        "ta", "un", "ver", "wil", "tion", "ment"
    };
    private static final String KANJI =
            "会社計画資料年度事業報告調査結果地域住民施設利用料金契約期間対象制度改正安全管理情報技術開発研究教育医療福祉環境生産販売市場価格予算支出収入税金保険労働時間条件";

    private final List<String> words;
    private final double[] cumulated = new double[SIZE];
    private final String separator;

    private MadeUpWords(List<String> words, String separator) {
        this.words = words;
        this.separator = separator;
        double sum = 0;
        for (int rank = 0; rank < SIZE; rank++) {
            sum += 1.0 / (rank + 1);
            cumulated[rank] = sum;
        }
    }

    static MadeUpWords english() {
        Random random = new Random(11);
        return new MadeUpWords(
                IntStream.range(0, SIZE)
                        .mapToObj(_ ->
                                IntStream.rangeClosed(0, 1 + random.nextInt(2))
                                        .mapToObj(_ -> SYLLABLES[random.nextInt(SYLLABLES.length)])
                                        .collect(Collectors.joining()))
                        .toList(),
                " ");
    }

    /// Words of two or three characters, with a particle after each.
    static MadeUpWords japanese() {
        Random random = new Random(12);
        return new MadeUpWords(
                IntStream.range(0, SIZE)
                        .mapToObj(_ ->
                                IntStream.rangeClosed(0, 1 + random.nextInt(2))
                                        .mapToObj(_ -> KANJI.charAt(random.nextInt(KANJI.length())))
                                        .map(String::valueOf)
                                        .collect(Collectors.joining()))
                        .toList(),
                "の");
    }

    String text(int count, RandomGenerator random) {
        return IntStream.range(0, count)
                .mapToObj(_ -> word(random))
                .collect(Collectors.joining(separator));
    }

    /// Words of a text that this vocabulary made.
    String pick(String text, int count, RandomGenerator random) {
        String[] all = text.split(separator);
        return IntStream.range(0, count)
                .mapToObj(_ -> all[random.nextInt(all.length)])
                .collect(Collectors.joining(separator));
    }

    private String word(RandomGenerator random) {
        int found = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[SIZE - 1]);
        return words.get(Math.min(SIZE - 1, found < 0 ? -found - 1 : found));
    }
}
