package org.fumikura.app.feedback;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.IconButton;
import org.fumikura.app.fx.Prose;
import org.fumikura.rag.feedback.Feedback;
import org.fumikura.rag.feedback.Feedback.Rating;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;

/// Thumb up and thumb down for an answer; after a click there is room for a reason and for what the
/// answer should have been. A second click takes it back.
public final class ThumbsView {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("selected");
    private static final int ROWS = 3;

    private final FeedbackViewModel model;
    private final Messages messages;
    private final long turn;
    private final IconButton up;
    private final IconButton down;
    private final HBox buttons = new HBox(2);
    private final VBox form = new VBox(6);
    private Optional<Feedback> said = Optional.empty();

    public ThumbsView(FeedbackViewModel model, Messages messages, long turn) {
        this.model = model;
        this.messages = messages;
        this.turn = turn;
        up =
                new IconButton(
                        Feather.THUMBS_UP, messages.get("feedback.good"), () -> click(Rating.GOOD));
        down =
                new IconButton(
                        Feather.THUMBS_DOWN, messages.get("feedback.bad"), () -> click(Rating.BAD));
        up.setId("thumb-up");
        down.setId("thumb-down");
        buttons.getChildren().addAll(up, down);
        buttons.setAlignment(Pos.CENTER_LEFT);
        hideForm();
        model.fetch(turn, this::show);
    }

    /// The thumbs.
    public HBox buttons() {
        return buttons;
    }

    /// Where reason and better answer are written; not there until a thumb was clicked.
    public VBox form() {
        return form;
    }

    private void click(Rating rating) {
        if (said.filter(feedback -> feedback.rating() == rating).isPresent()) {
            hideForm();
            model.say(turn, Optional.empty(), this::show);
        } else {
            String reason = said.map(Feedback::reason).orElse("");
            String better = said.map(Feedback::better).orElse("");
            model.say(turn, Optional.of(new Feedback(rating, reason, better)), this::show);
            showForm(rating, reason, better);
        }
    }

    private void show(Optional<Feedback> kept) {
        said = kept;
        Optional<Rating> rating = kept.map(Feedback::rating);
        up.pseudoClassStateChanged(CHOSEN, rating.equals(Optional.of(Rating.GOOD)));
        down.pseudoClassStateChanged(CHOSEN, rating.equals(Optional.of(Rating.BAD)));
    }

    private void hideForm() {
        form.getChildren().clear();
        form.setVisible(false);
        form.setManaged(false);
    }

    private void showForm(Rating rating, String before, String betterBefore) {
        TextField reason = new TextField(before);
        reason.setId("feedback-reason");
        reason.setPromptText(messages.get("feedback.reason." + rating));
        TextArea better = new TextArea(betterBefore);
        better.setId("feedback-better");
        better.setPromptText(messages.get("feedback.better"));
        better.setWrapText(true);
        better.setPrefRowCount(ROWS);
        Button save = new Button(messages.get("feedback.save"));
        save.setId("feedback-save");
        save.setOnAction(_ -> {
            var feedback = new Feedback(rating, reason.getText().strip(), better.getText().strip());
            model.say(turn, Optional.of(feedback), this::show);
            hideForm();
        });
        Button close = new Button(messages.get("feedback.close"));
        close.setOnAction(_ -> hideForm());
        HBox actions = new HBox(8, save, close);
        form.getChildren().setAll(Prose.label(messages.get("feedback.kept"), Styles.MUTED), reason);
        if (rating == Rating.BAD) {
            form.getChildren().add(better);
        }
        form.getChildren().add(actions);
        form.getStyleClass().setAll(Styles.CARD);
        form.setVisible(true);
        form.setManaged(true);
    }
}
