package org.fumikura.rag.answer;

final class CanaryManager {}
