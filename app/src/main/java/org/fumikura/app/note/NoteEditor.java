package org.fumikura.app.note;

import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.fumikura.app.fx.CompositionGuard;
import org.fumikura.app.fx.View;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// The field a note is written in. A proposal stands in it as grey, selected text until Tab takes
/// it; whatever else is done takes it away first, so that it never is part of the note by itself.
final class NoteEditor extends View {
    private static final KeyCombination PROPOSE =
            new KeyCodeCombination(KeyCode.SPACE, KeyCombination.CONTROL_DOWN);

    private final NotesViewModel model;
    private final CompositionGuard guard = new CompositionGuard(System::nanoTime);
    private final TextArea area = new TextArea();
    private String proposed = "";
    private int from;
    private boolean changing;

    NoteEditor(NotesViewModel model, Messages messages) {
        this.model = model;
        area.setId("note");
        area.getStyleClass().add(Styles.NOTE_FIELD);
        area.setWrapText(true);
        area.setPromptText(messages.get("notes.empty"));
        area.setAccessibleText(messages.get("notes.field"));
        keep(model.text().subscribe(this::follow));
        keep(area.textProperty().subscribe(_ -> tell()));
        keep(area.caretPositionProperty().subscribe(_ -> tellCaret()));
        keep(model.proposals().state().subscribe(this::show));
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        area.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> model.proposals().dismiss());
        area.addEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, this::composed);
        keep(
                area.focusedProperty()
                        .subscribe(focused -> {
                            if (!focused) {
                                model.keep();
                            }
                        }));
    }

    @Override
    public Node node() {
        return area;
    }

    void focus() {
        area.requestFocus();
    }

    private void follow(String says) {
        if (!changing && !says.equals(area.getText())) {
            area.setText(says);
            area.end();
        }
    }

    private void tell() {
        if (!changing) {
            // Something has taken the place of what was selected, and so of what was proposed.
            settle();
            changing = true;
            tellCaret(area.getCaretPosition());
            model.text().set(area.getText());
            changing = false;
        }
    }

    private void tellCaret() {
        if (proposed.isEmpty() && !changing) {
            tellCaret(area.getCaretPosition());
        }
    }

    private void tellCaret(int caret) {
        model.caret().set(caret);
    }

    private void composed(InputMethodEvent event) {
        boolean composing = !event.getComposed().isEmpty();
        guard.composed(event.getComposed().size());
        model.proposals().composing(composing);
    }

    private void keyPressed(KeyEvent event) {
        if (PROPOSE.match(event)) {
            propose();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB
                && !event.isShiftDown()
                && !proposed.isEmpty()
                && !guard.ownsEnter()) {
            take();
            event.consume();
        } else if (!event.getCode().isModifierKey()) {
            model.proposals().dismiss();
        }
    }

    /// Has the model go on at the cursor.
    void propose() {
        area.deselect();
        tellCaret(area.getCaretPosition());
        model.proposals().ask();
    }

    private void show(ProposalState state) {
        takeAway();
        if (state instanceof ProposalState.Offered(var proposal)) {
            changing = true;
            from = area.getCaretPosition();
            proposed = proposal.text();
            area.insertText(from, proposed);
            // The cursor stays where it was.
            area.selectRange(from + proposed.length(), from);
            area.getStyleClass().add(Styles.PROPOSING);
            changing = false;
        }
    }

    private void take() {
        if (model.proposals().state().get() instanceof ProposalState.Offered(var taken)) {
            model.cite(taken);
        }
        int end = from + proposed.length();
        settle();
        area.selectRange(end, end);
        tell();
        model.proposals().dismiss();
    }

    /// As undoing does it, so that undoing does not bring it back; but letters typed just before
    /// may have become one step with it.
    private void takeAway() {
        if (proposed.isEmpty()) {
            return;
        }
        changing = true;
        String without =
                new StringBuilder(area.getText()).delete(from, from + proposed.length()).toString();
        area.undo();
        if (!area.getText().equals(without)) {
            area.redo();
            area.deleteText(from, from + proposed.length());
        }
        area.selectRange(from, from);
        changing = false;
        settle();
    }

    private void settle() {
        proposed = "";
        area.getStyleClass().remove(Styles.PROPOSING);
    }
}
