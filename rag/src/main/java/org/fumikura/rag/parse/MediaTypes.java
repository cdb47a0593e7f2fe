package org.fumikura.rag.parse;

import java.io.IOException;
import org.apache.tika.Tika;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;

/// Tells what kind of file a file is.
final class MediaTypes {
    private final Detector detector = new DefaultDetector();
    private final Tika names = new Tika(detector);
    private final MediaTypeRegistry registry = MediaTypeRegistry.getDefaultRegistry();

    /// The type by content, refined by the name; `application/octet-stream` if neither tells.
    MediaType detect(Input input) throws IOException {
        MediaType named = ofName(input.name());
        if (isText(named) && !isXml(named) && PlainText.isCertain(input)) {
            return named;
        }
        var metadata = new Metadata();
        try (TikaInputStream in = input.stream(metadata)) {
            return detector.detect(in, metadata).getBaseType();
        }
    }

    /// The type that files of this name have; `application/octet-stream` if it tells nothing.
    MediaType ofName(String name) {
        return MediaType.parse(names.detect(name)).getBaseType();
    }

    /// Whether `type` is XML of some vocabulary.
    boolean isXml(MediaType type) {
        return registry.isInstanceOf(type, MediaType.APPLICATION_XML);
    }

    /// Whether `type` is text that people can read with an editor.
    boolean isText(MediaType type) {
        return type.getType().equals("text") || registry.isInstanceOf(type, MediaType.TEXT_PLAIN);
    }
}
