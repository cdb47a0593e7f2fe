package org.fumikura.rag.answer;

public final class Canary {
    public String song = "";
}
