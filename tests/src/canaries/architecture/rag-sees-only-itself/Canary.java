package org.fumikura.rag.answer;

record Canary(org.fumikura.inference.Progress progress) {}
