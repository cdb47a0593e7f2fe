package org.fumikura.rag.index;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;

/// The words of a text that carry meaning, in the form the index knows them: dictionary forms of
/// Japanese words, stems of English ones, numbers as they are. Two texts that say the same thing
/// share them. May be used from any thread.
public final class ContentTerms implements AutoCloseable {
    private final Analyzer analyzer = PassageAnalysis.analyzer();

    /// The distinct content terms of `text`, in order of appearance.
    public Set<String> of(String text) {
        return of(text, analyzer);
    }

    static Set<String> of(String text, Analyzer analyzer) {
        String normal = SearchText.normalise(text);
        var terms = new LinkedHashSet<String>();
        if (SearchText.isCjk(normal)) {
            terms.addAll(PassageAnalysis.terms(analyzer, PassageAnalysis.JAPANESE, normal));
        }
        terms.addAll(PassageAnalysis.terms(analyzer, PassageAnalysis.ENGLISH, normal));
        return Collections.unmodifiableSet(terms);
    }

    @Override
    public void close() {
        analyzer.close();
    }
}
