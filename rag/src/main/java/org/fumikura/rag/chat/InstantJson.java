package org.fumikura.rag.chat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;

/// Moments as ISO 8601 writes them.
final class InstantJson extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1;

    private InstantJson() {
        super(Instant.class);
    }

    static SimpleModule module() {
        return new SimpleModule("instants")
                .addSerializer(Instant.class, ToStringSerializer.instance)
                .addDeserializer(Instant.class, new InstantJson());
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        return Instant.parse(parser.getText());
    }
}
