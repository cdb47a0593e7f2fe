package org.fumikura.app.models;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;

/// A chat model at the temperature a person chose, whatever a request says.
///
/// @param temperature above 0
public record TemperedChatModel(StreamingChatModel model, double temperature)
        implements StreamingChatModel {
    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return model.defaultRequestParameters();
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        var warmer = ChatRequestParameters.builder().temperature(temperature).build();
        model.doChat(
                ChatRequest.builder()
                        .messages(request.messages())
                        .parameters(request.parameters().overrideWith(warmer))
                        .build(),
                handler);
    }
}
