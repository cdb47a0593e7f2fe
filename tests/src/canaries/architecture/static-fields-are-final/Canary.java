package org.fumikura.rag.answer;

final class Canary {
    static String latest = "";
}
