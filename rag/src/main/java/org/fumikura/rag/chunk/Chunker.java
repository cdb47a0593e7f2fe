package org.fumikura.rag.chunk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Page;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Span;
import org.fumikura.rag.parse.ParsedDocument;

/// Cuts documents into passages that fit an embedding model.
///
/// A passage never crosses a page and is made of whole sentences, table rows and lines of code. It
/// takes in its own heading; the path of headings it carries is of those above its first unit.
/// Sections too small to stand alone share a passage with their neighbours; larger ones are cut at
/// paragraphs where that leaves parts of about equal size, very long ones so that an edit changes
/// only the passages near it. Passages do not overlap. Deterministic, stateless, for any number of
/// threads.
public final class Chunker {
    /// Changes whenever the same document would be cut differently: part of each passage's id.
    public static final int VERSION = 3;

    // Fewer letters and digits than this say nothing by themselves.
    private static final int MIN_LETTERS = 4;

    // What a page without content says of itself, perhaps with its number. Almost without words of
    // its own, such a passage would be near to every question.
    private static final Pattern BLANK_PAGE =
            Pattern.compile(
                    """
                    [^\\p{L}]*+(?:\
                    this\\s+page(?:\\s+(?:is|was|has\\s+been))?(?:\\s+(?:intentionally|deliberately))?\
                    (?:\\s+left)?\\s+blank\
                    |(?:この|本)(?:ページ|頁)は(?:意図的に)?(?:白紙|空白)\
                    (?:です|としています|にしています|となっています)?\
                    )[^\\p{L}]*\
                    """,
                    Pattern.CASE_INSENSITIVE);

    /// The passages of `document` in reading order; none if it has no text.
    public List<Passage> chunk(DocumentId id, ParsedDocument document) {
        var units = new Units(document);
        List<Draft> drafts = new ArrayList<>();
        for (Page page : document.pages()) {
            for (List<Unit> passage : passages(units.of(page))) {
                drafts.add(Draft.of(page.number(), passage, document.text()));
            }
        }
        boolean allJunk = drafts.stream().allMatch(Draft::isJunk);
        List<Passage> passages = new ArrayList<>();
        for (Draft draft : drafts) {
            if (allJunk || !draft.isJunk()) {
                passages.add(draft.passage(new PassageId(id, VERSION, passages.size())));
            }
        }
        return passages;
    }

    private record Draft(int page, Span span, List<String> headings, String text) {
        static Draft of(int page, List<Unit> units, String text) {
            Unit first = units.getFirst();
            var span = new Span(first.span().start(), units.getLast().span().end());
            List<String> headings = new ArrayList<>(first.headings());
            if (!first.header().isEmpty()) {
                headings.add(first.header());
            }
            return new Draft(page, span, headings, span.of(text));
        }

        boolean isJunk() {
            return text.codePoints().filter(Character::isLetterOrDigit).limit(MIN_LETTERS).count()
                            < MIN_LETTERS
                    || BLANK_PAGE.matcher(text).matches();
        }

        Passage passage(PassageId id) {
            return new Passage(id, page, span, headings, text);
        }
    }

    private static List<List<Unit>> passages(List<Unit> page) {
        List<List<Unit>> passages = new ArrayList<>();
        for (Section section : joined(Section.of(page))) {
            passages.addAll(section.passages());
        }
        return passages;
    }

    /// Joins small neighbours as long as the result fits a passage and no section ends up with one
    /// that is not beside or under it.
    private static List<Section> joined(List<Section> sections) {
        List<Section> joined = new ArrayList<>();
        for (Section section : sections) {
            if (!joined.isEmpty() && joined.getLast().takes(section)) {
                joined.add(joined.removeLast().with(section));
            } else {
                joined.add(section);
            }
        }
        if (joined.size() > 1 && joined.getLast().isRest()) {
            Section rest = joined.removeLast();
            joined.add(joined.removeLast().with(rest));
        }
        return joined;
    }
}
