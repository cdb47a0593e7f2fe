package org.fumikura.rag.library;

record Canary(javafx.beans.property.StringProperty state) {}
