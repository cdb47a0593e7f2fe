package org.fumikura.rag.retrieve;

record Canary(java.sql.Connection connection) {}
