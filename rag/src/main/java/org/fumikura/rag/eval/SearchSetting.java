package org.fumikura.rag.eval;

import java.util.List;
import org.fumikura.rag.retrieve.Recipe;
import org.fumikura.rag.retrieve.SearchMode;

/// A way of searching that is compared with others.
///
/// @param recipe how search by both is put together
public record SearchSetting(Name name, SearchMode mode, Recipe recipe) {
    /// What a setting is called; a person reads it in their own language.
    public enum Name {
        /// By words and by meaning, as people search.
        STANDARD,
        WORDS,
        MEANING,
        /// Without what the best passages add to the search.
        NOTHING_FED_BACK,
        /// With what all English questions have in common.
        COMMON_LEFT_IN,
        MORE_WORDS,
        MORE_MEANING,
        /// Ranks fused in place of scores.
        RECIPROCAL
    }

    /// Every setting that makes a difference, the one that people search by first.
    public static List<SearchSetting> all() {
        return List.of(
                hybrid(Name.STANDARD, Recipe.STANDARD),
                new SearchSetting(Name.WORDS, SearchMode.LEXICAL, Recipe.STANDARD),
                new SearchSetting(Name.MEANING, SearchMode.VECTOR, Recipe.STANDARD),
                hybrid(Name.NOTHING_FED_BACK, Recipe.NOTHING_FED_BACK),
                hybrid(Name.COMMON_LEFT_IN, Recipe.COMMON_LEFT_IN),
                hybrid(Name.MORE_WORDS, Recipe.MORE_WORDS),
                hybrid(Name.MORE_MEANING, Recipe.MORE_MEANING),
                hybrid(Name.RECIPROCAL, Recipe.RECIPROCAL));
    }

    private static SearchSetting hybrid(Name name, Recipe recipe) {
        return new SearchSetting(name, SearchMode.HYBRID, recipe);
    }

    /// Whether it needs an embedding model: the others are left out where there is none.
    public boolean needsMeaning() {
        return mode != SearchMode.LEXICAL;
    }
}
