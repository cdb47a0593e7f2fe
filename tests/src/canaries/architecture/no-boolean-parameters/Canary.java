package org.fumikura.rag.answer;

public final class Canary {
    public void sing(boolean loudly) {}
}
