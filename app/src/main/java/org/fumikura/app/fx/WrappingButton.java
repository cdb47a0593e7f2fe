package org.fumikura.app.fx;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/// A button that holds lines of text which wrap. A plain button asks its content for a height
/// without saying how wide it is, which is wrong for such text.
public final class WrappingButton extends Button {
    private final Region content;

    public WrappingButton(Region content) {
        this.content = content;
        setGraphic(content);
        setMaxWidth(Double.MAX_VALUE);
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = (width > 0 ? width : getWidth()) - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + content.prefHeight(room > 0 ? room : -1) + snappedBottomInset();
    }
}
