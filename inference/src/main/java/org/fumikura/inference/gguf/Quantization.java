package org.fumikura.inference.gguf;

import java.util.List;
import java.util.Map;

/// The names of llama.cpp's quantizations by the number a file gives.
public final class Quantization {
    private static final Map<Integer, String> NAMES =
            Map.ofEntries(
                    Map.entry(0, "F32"),
                    Map.entry(1, "F16"),
                    Map.entry(2, "Q4_0"),
                    Map.entry(3, "Q4_1"),
                    Map.entry(7, "Q8_0"),
                    Map.entry(8, "Q5_0"),
                    Map.entry(9, "Q5_1"),
                    Map.entry(10, "Q2_K"),
                    Map.entry(11, "Q3_K_S"),
                    Map.entry(12, "Q3_K_M"),
                    Map.entry(13, "Q3_K_L"),
                    Map.entry(14, "Q4_K_S"),
                    Map.entry(15, "Q4_K_M"),
                    Map.entry(16, "Q5_K_S"),
                    Map.entry(17, "Q5_K_M"),
                    Map.entry(18, "Q6_K"),
                    Map.entry(19, "IQ2_XXS"),
                    Map.entry(20, "IQ2_XS"),
                    Map.entry(21, "Q2_K_S"),
                    Map.entry(22, "IQ3_XS"),
                    Map.entry(23, "IQ3_XXS"),
                    Map.entry(24, "IQ1_S"),
                    Map.entry(25, "IQ4_NL"),
                    Map.entry(26, "IQ3_S"),
                    Map.entry(27, "IQ3_M"),
                    Map.entry(28, "IQ2_S"),
                    Map.entry(29, "IQ2_M"),
                    Map.entry(30, "IQ4_XS"),
                    Map.entry(31, "IQ1_M"),
                    Map.entry(32, "BF16"),
                    Map.entry(36, "TQ1_0"),
                    Map.entry(37, "TQ2_0"),
                    Map.entry(38, "MXFP4_MOE"),
                    Map.entry(39, "NVFP4"),
                    Map.entry(40, "Q1_0"),
                    Map.entry(41, "Q2_0"));

    /// Bits a weight takes on average, of those that models are made smaller to.
    private static final Map<String, Double> SMALLER =
            Map.of(
                    "Q8_0", 8.5, "Q6_K", 6.6, "Q5_K_M", 5.7, "Q5_K_S", 5.5, "Q4_K_M", 4.9, "Q4_K_S",
                    4.6, "Q4_0", 4.6, "Q3_K_M", 3.9, "Q2_K", 3.2);

    /// The same of those that models come in beside these.
    private static final Map<String, Double> OTHERS =
            Map.of("F32", 32.0, "F16", 16.0, "BF16", 16.0, "Q5_1", 6.0, "Q5_0", 5.5, "Q4_1", 5.0);

    private Quantization() {}

    /// The names of the quantizations that models are made smaller to, the largest first.
    public static List<String> targets() {
        return SMALLER.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The number a file gives for one of [#targets()].
    ///
    /// @throws java.util.NoSuchElementException for another name
    public static int number(String target) {
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(target) && SMALLER.containsKey(target))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /// How large a file becomes when its weights are stored as `target`, as a part of its size; 1
    /// or more if that would not make it smaller, or nobody can tell.
    public static double ratio(String now, String target) {
        double from = SMALLER.getOrDefault(now, OTHERS.getOrDefault(now, 0.0));
        double to = SMALLER.getOrDefault(target, Double.MAX_VALUE);
        return from == 0 ? 1 : to / from;
    }

    /// The name, or the empty string for a number that is not known.
    static String name(int fileType) {
        return NAMES.getOrDefault(fileType, "");
    }
}
