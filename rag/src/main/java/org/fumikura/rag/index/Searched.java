package org.fumikura.rag.index;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;

/// A commit of one Lucene index. For any number of threads.
interface Searched {
    /// Asks the state of the last commit that is known here.
    <T> T search(Search<T> search);

    /// A question to a searcher, which is only borrowed.
    @FunctionalInterface
    interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }
}
