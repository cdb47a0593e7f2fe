package org.fumikura.rag;

record Canary(org.fumikura.rag.answer.Citation citation) {}
