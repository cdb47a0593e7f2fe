package org.fumikura.app.chat;

import java.util.Locale;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.SystemClipboard;
import org.fumikura.app.text.Shortened;
import org.fumikura.app.viewer.QuoteCopy;
import org.fumikura.rag.answer.Citation;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// The number behind a sentence that opens what the sentence rests on.
final class CitationChip extends Button {
    private static final int QUOTE_SHOWN = 240;

    CitationChip(Messages messages, Citation citation, Runnable open) {
        super(String.format(Locale.ROOT, "%d", citation.number()));
        getStyleClass().setAll(Styles.CITATION);
        setCursor(Cursor.HAND);
        setUserData("[" + citation.number() + "]");
        String reference = AnswerCopy.reference(messages, citation);
        setAccessibleText(messages.get("citation.accessible", citation.number(), reference));
        Tooltip tooltip =
                Prose.tooltip(reference + "\n" + Shortened.line(citation.quote(), QUOTE_SHOWN));
        tooltip.setShowDelay(Duration.millis(300));
        setTooltip(tooltip);
        setOnAction(_ -> open.run());
        MenuItem copy = new MenuItem(messages.get("viewer.copy-quote"));
        copy.setOnAction(_ ->
                SystemClipboard.put(
                        QuoteCopy.of(
                                messages, citation.quote(), citation.file(), citation.page())));
        setContextMenu(new ContextMenu(copy));
    }
}
