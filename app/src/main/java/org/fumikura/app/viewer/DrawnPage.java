package org.fumikura.app.viewer;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.control.ScrollPane;
import javafx.scene.effect.BlendMode;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.fumikura.app.fx.UiThread;
import org.fumikura.rag.parse.PageBox;
import org.fumikura.rag.parse.PagePicture;
import org.fumikura.ui.Styles;

/// A page as it looks, as wide as there is room times the zoom, with the passage marked and in
/// view.
final class DrawnPage extends ScrollPane {
    // Letters reach a little out of the boxes that fonts give them.
    private static final double MARGIN = 1.5;

    private final ImageView picture = new ImageView();
    private final Group marks = new Group();
    private final Pane sheet = new Pane(picture, marks);
    private final IntConsumer seenAt;
    private List<PageBox> boxes = List.of();
    private Zoom zoom;

    /// @param seenAt told of the width in the screen's pixels at which the page is seen
    DrawnPage(PagePicture.Drawn drawn, Zoom zoom, UiThread ui, IntConsumer seenAt) {
        this.zoom = zoom;
        this.seenAt = seenAt;
        setId("viewer-picture");
        picture.setSmooth(true);
        picture.setPreserveRatio(true);
        marks.setBlendMode(BlendMode.MULTIPLY);
        marks.setMouseTransparent(true);
        setContent(sheet);
        setPannable(true);
        // It never comes and goes, or the page's width would do so too.
        setVbarPolicy(ScrollBarPolicy.ALWAYS);
        getStyleClass().addAll(atlantafx.base.theme.Styles.FLAT, Styles.PAGE_PICTURE);
        viewportBoundsProperty().subscribe(this::arrange);
        show(drawn);
        ui.onNextFrame(() -> ui.onNextFrame(this::scrollToMark));
    }

    /// Shows another drawing of the same page, without moving it.
    void show(PagePicture.Drawn drawn) {
        picture.setImage(new Image(new ByteArrayInputStream(drawn.png())));
        boxes = drawn.marks();
        // Not while arranging: what is added during layout is not styled.
        marks.getChildren().setAll(boxes.stream().map(_ -> mark()).toList());
        arrange();
    }

    void zoom(Zoom wanted) {
        double middle = getVvalue();
        zoom = wanted;
        arrange();
        setVvalue(middle);
    }

    private void arrange() {
        Image image = picture.getImage();
        double room = getViewportBounds().getWidth();
        if (image == null || room <= 0) {
            return;
        }
        double width = Math.floor(room * zoom.factor());
        double height = Math.floor(width * image.getHeight() / image.getWidth());
        picture.setFitWidth(width);
        sheet.setPrefSize(width, height);
        sheet.setMinSize(width, height);
        sheet.setMaxSize(width, height);
        for (int i = 0; i < boxes.size(); i++) {
            place((Rectangle) marks.getChildren().get(i), boxes.get(i), width, height);
        }
        double scale = getScene() == null ? 1 : getScene().getWindow().getOutputScaleX();
        seenAt.accept((int) Math.ceil(width * scale));
    }

    private static Rectangle mark() {
        Rectangle mark = new Rectangle();
        mark.getStyleClass().add(Styles.PAGE_MARK);
        return mark;
    }

    private static void place(Rectangle mark, PageBox box, double width, double height) {
        mark.setX(box.left() * width - MARGIN);
        mark.setY(box.top() * height - MARGIN);
        mark.setWidth((box.right() - box.left()) * width + 2 * MARGIN);
        mark.setHeight((box.bottom() - box.top()) * height + 2 * MARGIN);
    }

    private void scrollToMark() {
        Bounds bounds = marks.getLayoutBounds();
        double visible = getViewportBounds().getHeight();
        double height = sheet.getPrefHeight();
        if (!boxes.isEmpty() && height > visible) {
            double top = bounds.getMinY() - visible / 3;
            setVvalue(Math.clamp(top / (height - visible), 0, 1));
        }
        double width = sheet.getPrefWidth();
        double across = getViewportBounds().getWidth();
        if (!boxes.isEmpty() && width > across) {
            double left = bounds.getMinX() - across / 8;
            setHvalue(Math.clamp(left / (width - across), 0, 1));
        }
    }
}
