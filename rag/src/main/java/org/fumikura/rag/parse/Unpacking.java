package org.fumikura.rag.parse;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.PasswordRequiredException;

/// One reading of a file with all that lies inside it: members of archives, attachments, embedded
/// files and what these hold in turn. Members are read in memory, one at a time, and joined to
/// their container's document under their names. What is unpacked is counted over all levels, so
/// that a small file cannot grow without end. For one thread.
final class Unpacking {
    private static final long MEBIBYTE = 1024 * 1024;
    private static final long MAX_UNPACKED = 1024 * MEBIBYTE;
    // A file may always unpack to the first of these, and above it to so many times its size:
    // text is seldom packed to less than a fiftieth, bombs to a thousandth.
    private static final long FREE = 64 * MEBIBYTE;
    private static final long MAX_RATIO = 200;
    // Held in memory, perhaps beside the container.
    private static final int MAX_MEMBER = (int) (64 * MEBIBYTE);
    private static final int MAX_MEMBERS = 20_000;
    private static final int MAX_DEPTH = 6;

    /// What holds a member.
    enum Container {
        /// Something a person packed on purpose.
        ARCHIVE,
        /// A mail or a document, whose pictures are mostly photographs and decoration.
        DOCUMENT
    }

    /// Who reads the members.
    interface Reader {
        /// Whether a file of this name can be of a kind that is read.
        boolean mayRead(String name);

        ParseOutcome read(Input member, Unpacking unpacking);
    }

    /// Where a member's bytes are; opened only if they are wanted.
    interface Content {
        /// The bytes of the member. The caller closes the stream.
        InputStream open() throws IOException;
    }

    private final Reader reader;
    private final ParseOptions options;
    private final Pictures pictures;
    private final long limit;
    private long unpacked;
    private int members;
    private int depth;
    private boolean passed;
    private Optional<Container> container = Optional.empty();

    /// Begins with a file of `size` bytes.
    Unpacking(Reader reader, ParseOptions options, Pictures pictures, long size) {
        this.reader = reader;
        this.options = options;
        this.pictures = pictures;
        this.limit = Math.min(MAX_UNPACKED, Math.max(FREE, size * MAX_RATIO));
    }

    /// What all of it may be read with.
    ParseOptions options() {
        return options;
    }

    /// The pictures of text in all of it.
    Pictures pictures() {
        return pictures;
    }

    /// Whether the member that is being read is part of a mail or a document.
    boolean isInDocument() {
        return container.filter(Container.DOCUMENT::equals).isPresent();
    }

    /// Reads a member.
    ///
    /// @param holder what it lies in directly
    /// @param name with its folders, parted by slashes; empty if it has none
    /// @throws TooLargeException if the file holds too much
    Member read(Container holder, String name, Content content) {
        Interruption.check();
        if (++members > MAX_MEMBERS) {
            throw limitPassed();
        }
        ParseOutcome outcome = outcome(holder, name.substring(name.lastIndexOf('/') + 1), content);
        if (passed) {
            throw limitPassed();
        }
        Interruption.check();
        return new Member(name, outcome);
    }

    private ParseOutcome outcome(Container holder, String name, Content content) {
        if (!reader.mayRead(name)) {
            return new ParseOutcome.Unsupported("");
        }
        byte[] bytes;
        try (InputStream stream = content.open()) {
            bytes = stream.readNBytes((int) Math.min(MAX_MEMBER, limit - unpacked) + 1);
        } catch (PasswordRequiredException _) {
            return new ParseOutcome.NeedsPassword();
        } catch (IOException e) {
            // One bad member must not cost the others.
            return new ParseOutcome.Damaged(e.getClass().getSimpleName());
        }
        unpacked += bytes.length;
        if (unpacked > limit || depth == MAX_DEPTH) {
            throw limitPassed();
        }
        if (bytes.length > MAX_MEMBER) {
            return new ParseOutcome.TooLarge(MAX_MEMBER);
        }
        Optional<Container> outer = container;
        container = Optional.of(holder);
        depth++;
        try {
            return reader.read(new Input.InMemory(name, bytes), this);
        } finally {
            depth--;
            container = outer;
        }
    }

    /// Remembered, because a parser between here and the outermost file may swallow it.
    private TooLargeException limitPassed() {
        passed = true;
        return new TooLargeException(limit);
    }
}
