package org.fumikura.rag.answer;

final class Canary {
    void giveUp() {
        System.exit(1);
    }
}
