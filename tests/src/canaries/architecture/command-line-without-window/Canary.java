package org.fumikura.app.cli;

record Canary(javafx.stage.Stage stage) {}
