package org.fumikura.rag.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.Locale;

/// JSON, one value or many after each other: a line for each field, named by the path to it inside
/// its record; a record is a paragraph, and the name of a list of records a heading. What is not
/// quite JSON is kept as it stands.
final class JsonTextParser implements FormatParser {
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(TextAssembly.MAX_LENGTH)
                                    .build())
                    .build();

    /// Whether files of this name hold JSON, whatever their content looks like.
    static boolean supports(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".json")
                || lower.endsWith(".jsonl")
                || lower.endsWith(".ndjson")
                || lower.endsWith(".geojson")
                || lower.endsWith(".ipynb");
    }

    @Override
    public ParseOutcome parse(Input input, String mediaType, Unpacking unpacking)
            throws IOException {
        String text = TextDecoder.decode(input.bytes());
        var assembly = new TextAssembly();
        try (var tokens = JSON.createParser(text)) {
            var fields = new Fields(assembly);
            while (tokens.nextToken() != null) {
                value(tokens, "", 1, fields);
                fields.endRecord();
            }
        } catch (JsonParseException | StreamConstraintsException _) {
            return PlainTextParser.forData().parse(input, mediaType, unpacking);
        }
        return assembly.finish("", mediaType);
    }

    private static void value(JsonParser tokens, String path, int level, Fields fields)
            throws IOException {
        switch (tokens.currentToken()) {
            case START_OBJECT -> {
                while (tokens.nextToken() != JsonToken.END_OBJECT) {
                    String name = tokens.currentName();
                    tokens.nextToken();
                    value(tokens, path.isEmpty() ? name : path + "." + name, level, fields);
                }
            }
            case START_ARRAY -> array(tokens, path, level, fields);
            case VALUE_NULL -> {}
            default -> fields.add(path, tokens.getText());
        }
    }

    /// Plain values are one field, anything else is a list of records.
    private static void array(JsonParser tokens, String path, int level, Fields fields)
            throws IOException {
        var plain = new StringBuilder();
        boolean records = false;
        for (JsonToken token = tokens.nextToken();
                token != JsonToken.END_ARRAY;
                token = tokens.nextToken()) {
            if (token.isScalarValue()) {
                boolean line = plain.isEmpty() || plain.charAt(plain.length() - 1) == '\n';
                plain.append(line ? "" : ", ").append(tokens.getText());
            } else {
                if (!records) {
                    fields.beginList(path, level);
                    records = true;
                }
                value(tokens, "", level + 1, fields);
                fields.endRecord();
            }
        }
        fields.add(path, plain.toString());
    }
}
