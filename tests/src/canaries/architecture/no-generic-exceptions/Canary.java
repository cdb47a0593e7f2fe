package org.fumikura.rag.answer;

final class Canary {
    void fail() {
        throw new RuntimeException("something");
    }
}
