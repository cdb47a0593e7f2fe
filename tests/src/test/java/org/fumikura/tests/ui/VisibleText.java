package org.fumikura.tests.ui;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

/// All text that is visible below a node.
record VisibleText(Node root) {
    boolean contains(String words) {
        StringBuilder text = new StringBuilder();
        collect(root, text);
        return text.toString().contains(words);
    }

    private static void collect(Node node, StringBuilder text) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Text words) {
            text.append(words.getText()).append('\n');
        } else if (node instanceof TextInputControl field) {
            text.append(field.getText()).append('\n');
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, text));
        }
    }
}
