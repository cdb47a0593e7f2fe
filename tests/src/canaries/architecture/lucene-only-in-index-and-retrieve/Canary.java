package org.fumikura.rag.answer;

record Canary(org.apache.lucene.search.Query query) {}
