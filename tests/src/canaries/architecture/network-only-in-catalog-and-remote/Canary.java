package org.fumikura.inference.engine;

record Canary(java.net.http.HttpClient client) {}
