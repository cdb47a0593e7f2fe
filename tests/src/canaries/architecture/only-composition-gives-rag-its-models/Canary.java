package org.fumikura.app.chat;

record Canary(
        org.fumikura.rag.Passage passage, org.fumikura.inference.engine.LocalEmbeddingModel model) {}
