package org.fumikura.rag.parse;

final class Canary {
    Process convert() throws java.io.IOException {
        return new ProcessBuilder("convert").start();
    }
}
