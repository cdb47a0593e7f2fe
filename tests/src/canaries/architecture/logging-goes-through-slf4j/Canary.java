package org.fumikura.rag.answer;

record Canary(java.util.logging.Logger log) {}
