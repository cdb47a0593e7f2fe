package org.fumikura.rag.chunk;

record Canary(org.apache.pdfbox.pdmodel.PDDocument document) {}
