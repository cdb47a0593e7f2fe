package org.fumikura.app.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Span;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.index.PassageVector;

/// Passages of made-up words, English and Japanese by turns, with vectors that gather around topics
/// as those of real texts do. The same at every run.
final class SyntheticCorpus {
    private static final int PASSAGES_A_DOCUMENT = 20;
    private static final int TOPICS = 250;
    private static final int WORDS = 90;
    private static final int QUERY_WORDS = 6;

    /// How far a passage lies from its topic, and a query from its passage: the length of the noise
    /// beside a centre of length 1.
    private static final double PASSAGE_NOISE = 0.8;

    private static final double QUERY_NOISE = 0.6;

    private final MadeUpWords english = MadeUpWords.english();
    private final MadeUpWords japanese = MadeUpWords.japanese();
    private final List<String> texts;
    private final List<float[]> vectors;

    /// @param passages a multiple of the twenty that a document has
    SyntheticCorpus(int passages, int dimension) {
        Random random = new Random(1);
        List<float[]> topics =
                IntStream.range(0, TOPICS)
                        .mapToObj(_ -> near(new float[dimension], 1, random))
                        .toList();
        texts = IntStream.range(0, passages).mapToObj(i -> words(i).text(WORDS, random)).toList();
        vectors =
                IntStream.range(0, passages)
                        .mapToObj(_ ->
                                near(topics.get(random.nextInt(TOPICS)), PASSAGE_NOISE, random))
                        .toList();
    }

    int documents() {
        return texts.size() / PASSAGES_A_DOCUMENT;
    }

    List<Passage> document(int document) {
        return numbers(document).mapToObj(this::passage).toList();
    }

    List<PassageVector> vectors(int document) {
        return numbers(document).mapToObj(i -> new PassageVector(id(i), vectors.get(i))).toList();
    }

    /// Questions, each about one passage: some of its words, and a vector near to its own.
    List<Query> queries(int count, long seed) {
        Random random = new Random(seed);
        List<Query> queries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int about = random.nextInt(texts.size());
            String text = words(about).pick(texts.get(about), QUERY_WORDS, random);
            queries.add(new Query(text, near(vectors.get(about), QUERY_NOISE, random)));
        }
        return queries;
    }

    /// The passages nearest to a vector, found by looking at every one.
    Set<PassageId> nearest(float[] vector, int count) {
        return IntStream.range(0, vectors.size())
                .boxed()
                .sorted(
                        Comparator.comparingDouble((Integer i) -> dot(vector, vectors.get(i)))
                                .reversed())
                .limit(count)
                .map(SyntheticCorpus::id)
                .collect(Collectors.toSet());
    }

    private MadeUpWords words(int passage) {
        return passage % 2 == 0 ? english : japanese;
    }

    private Passage passage(int i) {
        String text = texts.get(i);
        return new Passage(id(i), 1, new Span(0, text.length()), List.of(), text);
    }

    private static IntStream numbers(int document) {
        int from = document * PASSAGES_A_DOCUMENT;
        return IntStream.range(from, from + PASSAGES_A_DOCUMENT);
    }

    private static PassageId id(int i) {
        String document = String.format(Locale.ROOT, "%064x", i / PASSAGES_A_DOCUMENT);
        return new PassageId(new DocumentId(document), Chunker.VERSION, i % PASSAGES_A_DOCUMENT);
    }

    /// A vector of length 1 near `centre`.
    private static float[] near(float[] centre, double noise, Random random) {
        float[] vector = new float[centre.length];
        double scale = noise / Math.sqrt(centre.length);
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            double component = centre[i] + scale * random.nextGaussian();
            vector[i] = (float) component;
            squares += component * component;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    private static double dot(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /// What is asked for.
    @SuppressWarnings("ArrayRecordComponent")
    record Query(String text, float[] vector) {}
}
