package org.fumikura.rag.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.fumikura.rag.parse.Block.TableRow.Role;

/// Tells headings from running text in one PDF by the size of their letters.
final class PdfHeadings {
    private static final int MAX_LENGTH = 80;
    private static final int MAX_LINES = 2;
    private static final Pattern SENTENCE_END = Pattern.compile("(?s).*[。、,，;；]");
    private static final Pattern WORDS = Pattern.compile("(?s).*\\p{L}.*\\p{L}.*");
    private static final Pattern LIST_ENTRY =
            Pattern.compile("(?s)[・•○●◦▪–※*➢✓].*|-\\s.*|[（(]?[0-9０-９]{1,2}[)）].*|[①-⑳].*");

    private final float body;

    private PdfHeadings(float body) {
        this.body = body;
    }

    /// Learns the size of running text, the one most letters of the document have.
    static PdfHeadings of(List<PdfLayout> pages) {
        Map<Integer, Integer> letters = new HashMap<>();
        for (PdfLayout page : pages) {
            for (PdfBlock block : page.blocks()) {
                letters.merge(Math.round(block.size() * 2), block.length(), Integer::sum);
            }
        }
        int most =
                letters.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(0);
        return new PdfHeadings(most / 2f);
    }

    /// Adds `block` to `assembly` as what it is.
    void add(PdfBlock block, TextAssembly assembly) {
        if (block.isRow()) {
            assembly.row(block.cells(), Role.BODY);
        } else if (isHeading(block)) {
            assembly.heading(block.text(), level(block.size() / body));
        } else if (LIST_ENTRY.matcher(block.text()).matches()) {
            assembly.listItem(block.text());
        } else {
            assembly.paragraph(block.text());
        }
    }

    private boolean isHeading(PdfBlock block) {
        String text = block.text();
        return block.size() > body * 1.15f
                && block.lines() <= MAX_LINES
                && text.length() <= MAX_LENGTH
                && WORDS.matcher(text).matches()
                && !SENTENCE_END.matcher(text).matches()
                && !LIST_ENTRY.matcher(text).matches();
    }

    private static int level(float ratio) {
        if (ratio >= 1.8f) {
            return 1;
        }
        return ratio >= 1.4f ? 2 : 3;
    }
}
