package org.fumikura.app.chat;

record CanaryViewModel(dev.langchain4j.data.message.ChatMessage message) {}
