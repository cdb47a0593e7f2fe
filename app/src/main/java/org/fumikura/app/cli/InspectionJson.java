package org.fumikura.app.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.index.QueryTerm;
import org.fumikura.rag.query.FileFilter;
import org.fumikura.rag.retrieve.Candidate.Fate;
import org.fumikura.rag.retrieve.RankedPassage;
import org.fumikura.rag.search.Inspection;
import org.fumikura.rag.search.Inspection.Inspected;
import org.jspecify.annotations.Nullable;

/// What `search --explain --json` adds.
///
/// @param searched the words that were looked for in the end
record InspectionJson(
        String searched,
        List<String> phrases,
        List<String> excluded,
        List<String> filters,
        List<QueryTerm> terms,
        List<QueryTerm> added,
        @JsonProperty("lexical_weight") double lexicalWeight,
        List<CandidateJson> candidates) {
    static InspectionJson of(Inspection inspection) {
        var how = inspection.how();
        return new InspectionJson(
                how.searched().query(),
                inspection.query().phrases(),
                inspection.query().excluded(),
                inspection.query().filters().stream().map(FileFilter::typed).toList(),
                how.terms(),
                how.added(),
                how.lexicalWeight(),
                inspection.passages().stream().map(CandidateJson::of).toList());
    }

    /// A passage that was found by words or by meaning.
    ///
    /// @param rank among the hits; null if it is none
    record CandidateJson(
            @Nullable Integer rank,
            String document,
            int page,
            int start,
            int end,
            double score,
            @JsonProperty("lexical_rank") @Nullable Integer lexicalRank,
            @JsonProperty("vector_rank") @Nullable Integer vectorRank,
            @Nullable Double similarity,
            String fate,
            @JsonProperty("folded_into") @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Nullable String foldedInto,
            String evidence) {
        static CandidateJson of(Inspected found) {
            RankedPassage ranked = found.hit().ranked();
            var passage = ranked.passage();
            return new CandidateJson(
                    found.fate() instanceof Fate.Kept(int rank) ? rank : null,
                    found.hit().source().path().toString(),
                    passage.page(),
                    passage.span().start(),
                    passage.span().end(),
                    ranked.score(),
                    orNull(ranked.lexicalRank()),
                    orNull(ranked.vectorRank()),
                    Double.isNaN(ranked.similarity()) ? null : ranked.similarity(),
                    switch (found.fate()) {
                        case Fate.Kept _ -> "kept";
                        case Fate.Folded _ -> "folded";
                        case Fate.TooLow _ -> "too_low";
                    },
                    found.fate() instanceof Fate.Folded(PassageId into) ? into.toString() : null,
                    found.evidence().name().toLowerCase(Locale.ROOT));
        }
    }

    /// A rank as JSON has it.
    static @Nullable Integer orNull(OptionalInt rank) {
        return rank.isPresent() ? rank.getAsInt() : null;
    }
}
