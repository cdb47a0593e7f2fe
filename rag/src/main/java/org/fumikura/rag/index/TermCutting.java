package org.fumikura.rag.index;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.sinks.TeeSinkTokenFilter;
import org.jspecify.annotations.Nullable;

/// Cuts the texts of one document's passages into the terms that [PassageAnalysis] makes of them,
/// with less work: Kuromoji, which takes longest, goes through a text once for both of its fields,
/// and a title or heading that many passages share is cut once. For one thread.
final class TermCutting {
    private final Analyzer analyzer;
    private final Tokenizer words;
    private final TokenStream forms;
    private final TokenStream readings;
    private final Map<String, Map<String, List<String>>> shared = new HashMap<>();

    /// @param analyzer of all fields; borrowed
    /// @param own the words that the analyzer has beside the dictionary's
    TermCutting(Analyzer analyzer, @Nullable UserDictionary own) {
        this.analyzer = analyzer;
        words = PassageAnalysis.kuromoji(own);
        var content = new TeeSinkTokenFilter(PassageAnalysis.contentWords(words));
        forms = PassageAnalysis.dictionaryForms(content);
        // Not sooner: it has the attributes that are there when it is made.
        readings = PassageAnalysis.readings(content.newSinkTokenStream());
    }

    /// The same as [#cut], kept for the next time.
    Map<String, List<String>> cutShared(String text) {
        return shared.computeIfAbsent(text, this::cut);
    }

    /// The terms of a text by field, in the order they come; the Japanese fields are missing where
    /// no character is CJK.
    Map<String, List<String>> cut(String text) {
        String normal = SearchText.normalise(text);
        var terms = new HashMap<String, List<String>>();
        for (String field : List.of(PassageAnalysis.ENGLISH, PassageAnalysis.SURFACE)) {
            terms.put(field, PassageAnalysis.terms(analyzer, field, normal));
        }
        if (SearchText.isCjk(normal)) {
            words.setReader(JapaneseForms.usual(new StringReader(normal)));
            terms.put(PassageAnalysis.JAPANESE, PassageAnalysis.terms(forms));
            terms.put(PassageAnalysis.READING, PassageAnalysis.terms(readings));
        }
        return terms;
    }
}
