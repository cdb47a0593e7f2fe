package org.fumikura.rag.answer;

import java.util.concurrent.ConcurrentHashMap;

final class Canary {
    static final ConcurrentHashMap<String, String> CACHE = new ConcurrentHashMap<>();
}
