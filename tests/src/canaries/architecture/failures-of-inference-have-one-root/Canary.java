package org.fumikura.inference.engine;

public final class Canary extends IllegalStateException {}
