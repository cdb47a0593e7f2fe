package org.fumikura.rag.parse;

record Canary(org.fumikura.rag.retrieve.SearchMode mode) {}
