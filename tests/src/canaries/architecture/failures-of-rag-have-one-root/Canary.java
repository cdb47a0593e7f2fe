package org.fumikura.rag.answer;

public final class Canary extends IllegalStateException {}
