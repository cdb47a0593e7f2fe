package org.fumikura.inference.engine;

record Canary(org.fumikura.rag.Passage passage) {}
