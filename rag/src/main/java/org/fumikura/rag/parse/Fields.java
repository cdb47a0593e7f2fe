package org.fumikura.rag.parse;

import java.util.regex.Pattern;

/// Puts the fields of records into a document: one line each, the short ones of a record together,
/// long texts as paragraphs. For one thread.
final class Fields {
    private static final int SHORT = 200;
    // Pictures and keys that programs write as letters.
    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/=_\\s-]*");
    private static final int LONGEST_WORD = 400;

    private final TextAssembly assembly;
    private final StringBuilder record = new StringBuilder();

    Fields(TextAssembly assembly) {
        this.assembly = assembly;
    }

    /// Adds a field of the record begun; `name` is empty if it has none.
    void add(String name, String value) {
        String words = value.strip();
        if (words.isEmpty() || isEncoded(words)) {
            return;
        }
        String field = name.isEmpty() ? words : name + ": " + words;
        if (words.length() > SHORT || words.indexOf('\n') >= 0) {
            endRecord();
            assembly.paragraph(field);
        } else {
            record.append(record.isEmpty() ? "" : "\n").append(field);
        }
    }

    /// What follows are the records of the list `name`, under it as a heading.
    void beginList(String name, int level) {
        endRecord();
        assembly.heading(name, level);
    }

    /// The next field belongs to another record.
    void endRecord() {
        if (!record.isEmpty()) {
            assembly.verbatim(record.toString());
            record.setLength(0);
        }
    }

    private static boolean isEncoded(String words) {
        if (words.length() < LONGEST_WORD) {
            return false;
        }
        int space = words.substring(0, LONGEST_WORD).indexOf(' ');
        return space < 0 && ENCODED.matcher(words.substring(0, LONGEST_WORD)).matches();
    }
}
