import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.document.loader.FileSystemDocumentLoader;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Measures langchain4j's EasyRAG as it comes: its parser, its splitter, bge-small-en in int8, its store in memory.
 *
 * <pre>
 * mvn -q dependency:copy-dependencies -DoutputDirectory=target/lib
 * java -cp 'target/lib/*' EasyRag.java ingest FOLDER
 * java -cp 'target/lib/*' EasyRag.java retrieve SET [POOL]
 * </pre>
 *
 * <p>{@code ingest} takes a folder of files in. {@code retrieve} takes the texts of a set in (corpus.jsonl,
 * queries.jsonl, qrels.tsv), each a document, and reports nDCG@10; with a pool, only so many texts (all that are
 * judged for the questions that are kept, and others), which are written to SET-POOL for the same with Fumikura.
 */
class EasyRag {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EmbeddingModel model = new BgeSmallEnV15QuantizedEmbeddingModel();
    private final InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();

    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "ingest" -> new EasyRag().ingest(Path.of(arguments[1]));
            case "retrieve" ->
                    new EasyRag()
                            .retrieve(
                                    Path.of(arguments[1]),
                                    arguments.length > 2 ? Integer.parseInt(arguments[2]) : Integer.MAX_VALUE);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        System.exit(0);
    }

    private void ingest(Path folder) {
        long start = System.nanoTime();
        List<Document> documents = FileSystemDocumentLoader.loadDocumentsRecursively(folder);
        double read = seconds(start);
        EmbeddingStoreIngestor.ingest(documents, store);
        System.out.printf(
                "{\"files\":%d,\"read_seconds\":%.1f,\"seconds\":%.1f}%n", documents.size(), read, seconds(start));
    }

    private void retrieve(Path set, int pool) throws IOException {
        Map<String, String> texts = texts(set.resolve("corpus.jsonl"));
        Map<String, String> queries = texts(set.resolve("queries.jsonl"));
        Map<String, Map<String, Integer>> judged = judgements(set.resolve("qrels.tsv"));
        queries.keySet().retainAll(judged.keySet());
        if (pool < texts.size()) {
            reduce(set, texts, queries, judged, pool);
        }
        long start = System.nanoTime();
        List<Document> documents = new ArrayList<>();
        // It refuses a blank text, of which cranfield has two.
        texts.values().removeIf(String::isBlank);
        texts.forEach((id, text) -> documents.add(Document.from(text, Metadata.from("id", id))));
        EmbeddingStoreIngestor.ingest(documents, store);
        double ingested = seconds(start);
        double sum = 0;
        start = System.nanoTime();
        for (Map.Entry<String, String> query : queries.entrySet()) {
            sum += ndcg(ranked(query.getValue()), judged.get(query.getKey()));
        }
        System.out.printf(
                "{\"set\":\"%s\",\"texts\":%d,\"queries\":%d,\"ndcg@10\":%.4f,\"ingest_seconds\":%.1f,\"query_ms\":%.1f}%n",
                set.getFileName(),
                texts.size(),
                queries.size(),
                sum / queries.size(),
                ingested,
                seconds(start) * 1000 / queries.size());
    }

    private Set<String> ranked(String query) {
        List<EmbeddingMatch<TextSegment>> found =
                store.search(
                                EmbeddingSearchRequest.builder()
                                        .queryEmbedding(model.embed(query).content())
                                        .maxResults(100)
                                        .build())
                        .matches();
        Set<String> ids = new LinkedHashSet<>();
        found.forEach(match -> ids.add(match.embedded().metadata().getString("id")));
        return ids;
    }

    private static double ndcg(Set<String> ranked, Map<String, Integer> judged) {
        double gained = 0;
        int rank = 0;
        for (String id : ranked.stream().limit(10).toList()) {
            gained += judged.getOrDefault(id, 0) / log2(rank++ + 2);
        }
        List<Integer> best = new ArrayList<>(judged.values());
        best.sort(Collections.reverseOrder());
        double most = 0;
        for (int i = 0; i < Math.min(10, best.size()); i++) {
            most += best.get(i) / log2(i + 2);
        }
        return most == 0 ? 0 : gained / most;
    }

    private static void reduce(
            Path set,
            Map<String, String> texts,
            Map<String, String> queries,
            Map<String, Map<String, Integer>> judged,
            int pool)
            throws IOException {
        List<String> order = new ArrayList<>(queries.keySet());
        Collections.shuffle(order, new Random(1));
        Set<String> kept = new LinkedHashSet<>();
        Set<String> asked = new LinkedHashSet<>();
        for (String query : order) {
            Set<String> more = new LinkedHashSet<>(judged.get(query).keySet());
            more.addAll(kept);
            if (more.size() <= pool / 2) {
                kept = more;
                asked.add(query);
            }
        }
        List<String> others = new ArrayList<>(texts.keySet());
        Collections.shuffle(others, new Random(2));
        for (String other : others) {
            if (kept.size() < pool) {
                kept.add(other);
            }
        }
        queries.keySet().retainAll(asked);
        texts.keySet().retainAll(kept);
        Path reduced = Files.createDirectories(Path.of(set.getFileName() + "-" + pool));
        copy(set, reduced, "corpus.jsonl", texts.keySet());
        copy(set, reduced, "queries.jsonl", queries.keySet());
        Files.write(
                reduced.resolve("qrels.tsv"),
                Files.readAllLines(set.resolve("qrels.tsv")).stream()
                        .filter(line -> line.startsWith("query") || queries.containsKey(line.split("\t")[0]))
                        .toList());
    }

    private static void copy(Path from, Path to, String name, Set<String> ids) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(from.resolve(name))) {
            if (ids.contains(JSON.readTree(line).get("id").asText())) {
                lines.add(line);
            }
        }
        Files.write(to.resolve(name), lines);
    }

    private static Map<String, String> texts(Path file) throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : (Iterable<String>) lines::iterator) {
                JsonNode node = JSON.readTree(line);
                String title = node.path("title").asText("");
                texts.put(
                        node.get("id").asText(),
                        title.isBlank() ? node.get("text").asText() : title + "\n" + node.get("text").asText());
            }
        }
        return texts;
    }

    /** Grades above 0, as trec_eval counts; a grade below 0 counts as 1 where a set's notes say so. */
    private static Map<String, Map<String, Integer>> judgements(Path file) throws IOException {
        Map<String, Map<String, Integer>> judged = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.split("\t");
            String grade = fields[fields.length - 1];
            if (grade.matches("-?\\d+") && !grade.equals("0")) {
                judged.computeIfAbsent(fields[0], key -> new HashMap<>())
                        .put(fields[fields.length - 2], Math.max(1, Integer.parseInt(grade)));
            }
        }
        return judged;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
