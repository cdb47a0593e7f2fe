package org.fumikura.rag.library;

import java.util.concurrent.atomic.AtomicBoolean;
import org.fumikura.rag.index.PassageIndex;
import org.fumikura.rag.parse.DocumentParser;

/// Loads what the first file would have to wait for, on a thread of its own.
final class Preparation {
    private final DocumentParser parser;
    private final PassageIndex index;
    private final AtomicBoolean dictionary = new AtomicBoolean();

    Preparation(DocumentParser parser, PassageIndex index) {
        this.parser = parser;
        this.index = index;
    }

    /// Returns at once; may be called often.
    void begin() {
        Thread.ofPlatform()
                .name("library-preparing")
                .daemon()
                .start(() -> {
                    parser.prepare();
                    if (dictionary.compareAndSet(false, true)) {
                        index.prepare();
                    }
                });
    }
}
