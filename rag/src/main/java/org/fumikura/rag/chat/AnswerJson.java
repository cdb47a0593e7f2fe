package org.fumikura.rag.chat;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import org.fumikura.rag.answer.Answer;

/// Answers as the database keeps them, as JSON. Fields that a later version dropped are passed
/// over, texts and lists that it added are empty in what an earlier one wrote.
public final class AnswerJson {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .addModule(InstantJson.module())
                    .withConfigOverride(
                            String.class,
                            texts ->
                                    texts.setSetterInfo(
                                            JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                    .withConfigOverride(
                            List.class,
                            lists ->
                                    lists.setSetterInfo(
                                            JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private AnswerJson() {}

    /// The JSON of an answer.
    public static String write(Answer answer) {
        try {
            return JSON.writeValueAsString(answer);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// The answer of such JSON.
    public static Answer read(String json) {
        try {
            var fields = (ObjectNode) JSON.readTree(json);
            fields.withObject("/remarks");
            return JSON.treeToValue(fields, Answer.class);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
