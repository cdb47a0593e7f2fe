package org.fumikura.rag.eval;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.FileUtils;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Span;
import org.fumikura.rag.eval.RetrievalEvaluation.Progress;
import org.fumikura.rag.eval.RetrievalSet.Text;
import org.fumikura.rag.index.IndexSettings;
import org.fumikura.rag.index.LucenePassageIndex;
import org.fumikura.rag.index.PassageIndex;
import org.fumikura.rag.index.PassageVector;

/// The texts of a set in a real index, one passage each, in a temporary folder that closing
/// deletes.
final class SetIndex implements AutoCloseable {
    private static final int EMBEDDED_AT_ONCE = 16;
    private static final int CHUNKER = 0;

    private final Path folder;
    private final PassageIndex index;
    private final Map<PassageId, String> textIds = new HashMap<>();

    /// @param dimension of the vectors that will come
    SetIndex(RetrievalSet set, int dimension) {
        try {
            folder = Files.createTempDirectory("fumikura-eval");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder", e);
        }
        index = LucenePassageIndex.open(folder, new IndexSettings("evaluated", dimension, CHUNKER));
        for (Text text : set.corpus()) {
            PassageId id = passageId(text.id());
            textIds.put(id, text.id());
            Span span = new Span(0, text.text().length());
            Passage passage = new Passage(id, 1, span, List.of(), text.text());
            index.replace(id.document(), text.title(), List.of(passage));
        }
        index.commit();
    }

    PassageIndex index() {
        return index;
    }

    /// The set's own id of a passage.
    String textId(PassageId passage) {
        return textIds.getOrDefault(passage, passage.toString());
    }

    /// Embeds every text, its title before it; what is blank has no meaning to embed.
    void embed(RetrievalSet set, EmbeddingModel passages, Progress progress) {
        List<Text> corpus =
                set.corpus().stream().filter(text -> !embedded(text).isEmpty()).toList();
        for (int from = 0; from < corpus.size(); from += EMBEDDED_AT_ONCE) {
            List<Text> batch =
                    corpus.subList(from, Math.min(from + EMBEDDED_AT_ONCE, corpus.size()));
            List<TextSegment> segments =
                    batch.stream().map(SetIndex::embedded).map(TextSegment::from).toList();
            List<Embedding> embeddings = passages.embedAll(segments).content();
            List<PassageVector> vectors = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                vectors.add(
                        new PassageVector(
                                passageId(batch.get(i).id()), embeddings.get(i).vector()));
            }
            index.putVectors(vectors);
            progress.embedded(from + batch.size(), corpus.size());
        }
        index.commit();
    }

    private static String embedded(Text text) {
        return (text.title() + "\n" + text.text()).strip();
    }

    /// The passage of the text with this id.
    static PassageId passageId(String textId) {
        return new PassageId(new DocumentId(DigestUtils.sha256Hex(textId)), CHUNKER, 0);
    }

    @Override
    public void close() {
        index.close();
        try {
            FileUtils.deleteDirectory(folder.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
