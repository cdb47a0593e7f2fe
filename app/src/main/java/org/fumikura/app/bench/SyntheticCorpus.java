package org.fumikura.app.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Span;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.index.PassageVector;

/// Passages of made-up words, English and Japanese by turns, with vectors that gather around topics
/// as those of real texts do. The same at every run. Each passage is made when it is asked for, so
/// that a million of them take no memory.
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
    private final int passages;
    private final List<float[]> topics;

    /// @param passages a multiple of the twenty that a document has
    SyntheticCorpus(int passages, int dimension) {
        this.passages = passages;
        var random = new SplittableRandom(1);
        this.topics =
                IntStream.range(0, TOPICS)
                        .mapToObj(_ -> near(new float[dimension], 1, random))
                        .toList();
    }

    int passages() {
        return passages;
    }

    int documents() {
        return passages / PASSAGES_A_DOCUMENT;
    }

    List<Passage> document(int document) {
        return numbers(document).mapToObj(this::passage).toList();
    }

    List<PassageVector> vectors(int document) {
        return numbers(document).mapToObj(i -> new PassageVector(id(i), vector(i))).toList();
    }

    /// Questions, each about one passage: some of its words, and a vector near to its own.
    List<Query> queries(int count, long seed) {
        var random = new SplittableRandom(seed);
        List<Query> queries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int about = random.nextInt(passages);
            String text = words(about).pick(text(about), QUERY_WORDS, random);
            queries.add(new Query(text, near(vector(about), QUERY_NOISE, random)));
        }
        return queries;
    }

    /// The passages nearest to each query, found by looking at every one.
    ///
    /// @return a set for each query, in their order
    List<Set<PassageId>> nearest(List<Query> queries, int count) {
        List<Nearest> nearest = queries.stream().map(query -> new Nearest(query, count)).toList();
        for (int document = 0; document < documents(); document++) {
            List<PassageVector> vectors = vectors(document);
            nearest.parallelStream().forEach(each -> vectors.forEach(each::look));
        }
        return nearest.stream().map(Nearest::found).toList();
    }

    private MadeUpWords words(int passage) {
        return passage % 2 == 0 ? english : japanese;
    }

    private String text(int passage) {
        return words(passage).text(WORDS, new SplittableRandom(2L * passage));
    }

    private float[] vector(int passage) {
        var random = new SplittableRandom(2L * passage + 1);
        return near(topics.get(random.nextInt(TOPICS)), PASSAGE_NOISE, random);
    }

    private Passage passage(int i) {
        String text = text(i);
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
    private static float[] near(float[] centre, double noise, RandomGenerator random) {
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

    /// What is asked for.
    @SuppressWarnings("ArrayRecordComponent")
    record Query(String text, float[] vector) {}

    /// The nearest of what was looked at. For one thread at a time.
    private static final class Nearest {
        private final Query query;
        private final int count;
        private final PriorityQueue<Near> best =
                new PriorityQueue<>(Comparator.comparingDouble(Near::cosine));

        Nearest(Query query, int count) {
            this.query = query;
            this.count = count;
        }

        void look(PassageVector passage) {
            float cosine = dot(query.vector(), passage.vector());
            if (best.size() == count && best.element().cosine() >= cosine) {
                return;
            }
            best.add(new Near(passage.id(), cosine));
            if (best.size() > count) {
                best.remove();
            }
        }

        Set<PassageId> found() {
            return best.stream().map(Near::id).collect(Collectors.toSet());
        }

        private static float dot(float[] one, float[] other) {
            float sum = 0;
            for (int i = 0; i < one.length; i++) {
                sum += one[i] * other[i];
            }
            return sum;
        }
    }

    private record Near(PassageId id, float cosine) {}
}
