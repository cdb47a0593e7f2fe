package org.fumikura.rag.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fumikura.rag.RagException;
import org.fumikura.rag.RagException.Code;

/// Files with one record a line, and faults that name the file and the line.
final class JsonLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Makes a value of a line's object.
    interface Record<T> {
        T of(Fields fields);
    }

    /// Makes a value of a line.
    interface Line<T> {
        T of(String line);
    }

    private JsonLines() {}

    /// The file's objects; blank lines are skipped.
    static <T> List<T> read(Path file, Record<T> record) {
        return lines(file, line -> record.of(new Fields(object(line))));
    }

    /// The file's lines; blank ones are skipped. An `IllegalArgumentException` of `reader` becomes
    /// a fault that names the line.
    static <T> List<T> lines(Path file, Line<T> reader) {
        List<T> values = new ArrayList<>();
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    values.add(reader.of(line));
                }
            }
        } catch (IllegalArgumentException e) {
            throw broken(file + ":" + number, e);
        } catch (IOException e) {
            throw broken(number == 0 ? file.toString() : file + ":" + (number + 1), e);
        }
        return values;
    }

    private static RagException broken(String place, Exception cause) {
        return new RagException(Code.EVALUATION_SET_BROKEN, place, cause);
    }

    private static JsonNode object(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (!node.isObject()) {
                throw new IllegalArgumentException("not a JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    /// The fields of one object.
    record Fields(JsonNode object) {
        /// The text or number in field `name`, as text.
        ///
        /// @throws IllegalArgumentException if there is none
        String text(String name) {
            JsonNode value = object.path(name);
            if (!value.isValueNode() || value.isNull()) {
                throw new IllegalArgumentException("no field " + name);
            }
            return value.asText();
        }

        /// The text in field `name`, or `otherwise` if there is none.
        String text(String name, String otherwise) {
            return object.hasNonNull(name) ? text(name) : otherwise;
        }

        /// The objects in the list in field `name`.
        ///
        /// @throws IllegalArgumentException if there is no such list
        List<Fields> objects(String name) {
            return list(name, Fields::new);
        }

        /// The texts in the list in field `name`.
        ///
        /// @throws IllegalArgumentException if there is no such list
        List<String> texts(String name) {
            return list(name, JsonNode::asText);
        }

        /// The texts by name in the object in field `name`; none if there is no such field.
        Map<String, String> map(String name) {
            return object.path(name)
                    .propertyStream()
                    .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().asText()));
        }

        private <T> List<T> list(String name, Function<JsonNode, T> element) {
            JsonNode values = object.path(name);
            if (!values.isArray()) {
                throw new IllegalArgumentException("no list " + name);
            }
            return values.valueStream().map(element).toList();
        }

        /// The whole number in field `name`.
        ///
        /// @throws IllegalArgumentException if there is none
        int number(String name) {
            JsonNode value = object.path(name);
            if (!value.isIntegralNumber()) {
                throw new IllegalArgumentException("no whole number " + name);
            }
            return value.asInt();
        }
    }
}
