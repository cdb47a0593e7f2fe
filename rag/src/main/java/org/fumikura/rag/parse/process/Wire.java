package org.fumikura.rag.parse.process;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.fumikura.rag.parse.Block;
import org.fumikura.rag.parse.PageOrder;
import org.fumikura.rag.parse.PagePicture;
import org.fumikura.rag.parse.ParseOptions;
import org.fumikura.rag.parse.ParseOutcome;
import org.fumikura.rag.parse.Recognition;
import org.fumikura.rag.parse.RecognitionOrder;
import org.jspecify.annotations.Nullable;

/// What parent and child say to each other: one JSON value after another, written as it is made, so
/// that no side holds a long text twice. One thread reads, one writes.
final class Wire {
    private static final List<Class<?>> CHOICES =
            List.of(Request.class, Reply.class, ParseOutcome.class, PagePicture.class, Block.class);

    private final ObjectMapper json = mapper();
    private final InputStream bytes;
    private final JsonGenerator out;
    private @Nullable JsonParser in;

    /// The child's first word.
    record Ready(long pid) {}

    /// What a process is asked for.
    sealed interface Request {
        /// The file's absolute path.
        String file();

        /// A file to read.
        record Read(String file, ParseOptions options) implements Request {}

        /// A file to read whose pictures are to be recognised.
        record Recognise(String file, RecognitionOrder order) implements Request {}

        /// A file of which to draw a page.
        record Draw(String file, PageOrder order) implements Request {}
    }

    /// A request, with the number that its reply will carry.
    record Asked(long number, Request request) {}

    /// The reply to the request of that number.
    record Answered(long number, Reply reply) {}

    /// What came of it.
    sealed interface Reply {
        /// What was read and recognised.
        record Outcome(Recognition recognition) implements Reply {}

        /// What was drawn.
        record Page(PagePicture picture) implements Reply {}

        /// It ended without an outcome: the process's word if its parser failed, otherwise the
        /// parent's own.
        record Stopped(ParseOutcome.Stopped.Reason reason) implements Reply {}
    }

    Wire(InputStream in, OutputStream out) throws IOException {
        this.bytes = in;
        this.out = json.createGenerator(out);
    }

    private static ObjectMapper mapper() {
        // A document's text is one string, as long as a document may be.
        var factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxStringLength(Integer.MAX_VALUE)
                                        .build())
                        .build();
        var builder =
                JsonMapper.builder(factory)
                        .addModule(new Jdk8Module())
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        for (Class<?> choice : CHOICES) {
            builder.addMixIn(choice, ByKind.class);
            for (Class<?> kind : choice.getPermittedSubclasses()) {
                builder.registerSubtypes(new NamedType(kind, kind.getSimpleName()));
            }
        }
        return builder.build();
    }

    synchronized void write(Object message) throws IOException {
        json.writeValue(out, message);
        out.flush();
    }

    /// @throws EOFException when the other side is gone
    <T> T read(Class<T> type) throws IOException {
        JsonParser values = in;
        if (values == null) {
            // Not sooner: a parser begins by waiting for the first bytes.
            values = json.createParser(bytes);
            in = values;
        }
        if (values.nextToken() == null) {
            throw new EOFException();
        }
        @Nullable T message = json.readValue(values, type);
        if (message == null) {
            throw new IOException("no message");
        }
        return message;
    }

    /// Says which of a closed choice a value is.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface ByKind {}
}
