package org.fumikura.rag.eval;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumikura.rag.DiskFaults;
import org.fumikura.rag.Document;
import org.fumikura.rag.Page;
import org.fumikura.rag.RagException;
import org.fumikura.rag.RagException.Code;
import org.fumikura.rag.eval.RetrievalSet.Judgement;
import org.fumikura.rag.feedback.JudgedPage;
import org.fumikura.rag.feedback.JudgedPage.Verdict;
import org.fumikura.rag.feedback.JudgedQuestion;
import org.fumikura.rag.feedback.QuestionSet;
import org.fumikura.rag.library.LibraryContents;
import org.fumikura.rag.library.LibraryFile;

/// A question set as the files that [RetrievalSet#read] reads: `corpus.jsonl` with every page of
/// the library, `queries.jsonl`, `qrels.tsv` (grade 1 for a right page, 0 for a wrong one). A page
/// is named as in a link to it, `file:///folder/paper.pdf#page=3`: without a space, and found again
/// wherever the file lies at the same path. `queries.jsonl` has the words of each judged page
/// beside the question.
public final class QuestionSetFiles {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CORPUS = "corpus.jsonl";
    private static final String QUERIES = "queries.jsonl";
    private static final String QRELS = "qrels.tsv";
    private static final Pattern PAGE = Pattern.compile("(file:.+)#page=([1-9][0-9]{0,8})");

    private QuestionSetFiles() {}

    /// Writes a question set into `folder`, which is made and must not be there yet.
    ///
    /// @return how many questions
    /// @throws RagException `NOT_WRITABLE`, `DISK_FULL`
    public static int write(List<JudgedQuestion> set, LibraryContents contents, Path folder) {
        try {
            Files.createDirectory(folder);
            writeCorpus(contents, folder.resolve(CORPUS));
            Files.write(
                    folder.resolve(QUERIES), set.stream().map(QuestionSetFiles::question).toList());
            Files.write(
                    folder.resolve(QRELS),
                    set.stream().flatMap(one -> judgements(one).stream()).toList());
            return set.size();
        } catch (IOException fault) {
            throw new RagException(
                    DiskFaults.code(fault).orElse(Code.NOT_WRITABLE), folder.toString(), fault);
        }
    }

    private static void writeCorpus(LibraryContents contents, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (LibraryFile held : contents.files()) {
                Optional<Document> document = held.document().flatMap(contents::document);
                if (document.isPresent()) {
                    for (Page page : document.get().pages()) {
                        out.write(page(held.path(), document.get(), page));
                        out.newLine();
                    }
                }
            }
        }
    }

    private static String page(Path file, Document document, Page page) {
        return JSON.createObjectNode()
                .put("id", id(file, page.number()))
                .put("title", document.title())
                .put("text", page.span().of(document.text()))
                .toString();
    }

    private static String question(JudgedQuestion question) {
        ObjectNode line =
                JSON.createObjectNode()
                        .put("id", String.valueOf(question.id()))
                        .put("text", question.text());
        ObjectNode quotes = line.putObject("quotes");
        question.pages().forEach(page -> quotes.put(id(page.file(), page.page()), page.quote()));
        return line.toString();
    }

    private static List<String> judgements(JudgedQuestion question) {
        return question.pages().stream()
                .map(page ->
                        question.id()
                                + "\t"
                                + id(page.file(), page.page())
                                + "\t"
                                + (page.verdict() == Verdict.RIGHT ? 1 : 0))
                .toList();
    }

    private static String id(Path file, int page) {
        return file.toUri() + "#page=" + page;
    }

    /// Reads the questions and judgements of such files into `set`, beside what is there; what was
    /// said before of the same page for the same question gives way. Nothing is taken over unless
    /// all can be read.
    ///
    /// @return how many questions were read
    /// @throws RagException `EVALUATION_SET_BROKEN` with the file and the line
    public static int read(Path folder, QuestionSet set) {
        record Asked(String id, String text, Map<String, String> quotes) {}
        Map<String, Asked> asked = new LinkedHashMap<>();
        JsonLines.read(
                        folder.resolve(QUERIES),
                        fields ->
                                new Asked(
                                        fields.text("id"),
                                        nonBlank(fields.text("text")),
                                        fields.map("quotes")))
                .forEach(one -> asked.put(one.id(), one));
        record Judged(String question, JudgedPage page) {}
        List<Judged> judged =
                new ArrayList<>(
                        JsonLines.lines(
                                folder.resolve(QRELS),
                                line -> {
                                    Judgement judgement = Judgement.of(line);
                                    Asked question = asked.get(judgement.question());
                                    if (question == null) {
                                        throw new IllegalArgumentException("unknown question");
                                    }
                                    return new Judged(
                                            question.text(), page(judgement, question.quotes()));
                                }));
        judged.forEach(one -> set.judge(one.question(), one.page()));
        return (int) judged.stream().map(Judged::question).distinct().count();
    }

    private static String nonBlank(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("no words");
        }
        return text;
    }

    private static JudgedPage page(Judgement judgement, Map<String, String> quotes) {
        Matcher matcher = PAGE.matcher(judgement.text());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a page of a file");
        }
        return new JudgedPage(
                Path.of(URI.create(matcher.group(1))),
                Integer.parseInt(matcher.group(2)),
                quotes.getOrDefault(judgement.text(), ""),
                judgement.grade() > 0 ? Verdict.RIGHT : Verdict.WRONG);
    }
}
