package org.fumikura.inference.engine;

record Canary(de.kherud.llama.LlamaModel model) {}
