package org.fumikura.rag.parse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationMarkup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.jspecify.annotations.Nullable;

/// What people wrote onto a PDF page: comments, and the text filled into form fields.
final class PdfNotes {
    private static final COSName FIELD_NAME = COSName.T;
    private static final COSName FIELD_TYPE = COSName.FT;
    private static final COSName FIELD_VALUE = COSName.V;

    private PdfNotes() {}

    /// The notes on `page`, in their order in the file; none if they are damaged.
    static List<String> of(PDPage page) {
        List<String> notes = new ArrayList<>();
        try {
            if (page.getCOSObject().getDictionaryObject(COSName.ANNOTS) == null) {
                return notes;
            }
            for (PDAnnotation annotation : page.getAnnotations()) {
                String note =
                        annotation instanceof PDAnnotationWidget
                                ? field(annotation.getCOSObject())
                                : comment(annotation);
                if (!note.isBlank() && !(annotation instanceof PDAnnotationPopup)) {
                    notes.add(note);
                }
            }
        } catch (IOException | RuntimeException _) {
            return notes;
        }
        return notes;
    }

    /// What a comment says, after who says it.
    private static String comment(PDAnnotation annotation) {
        String words = text(annotation.getContents());
        String author =
                annotation instanceof PDAnnotationMarkup markup ? text(markup.getTitlePopup()) : "";
        return words.isBlank() || author.isBlank() ? words : author + ": " + words;
    }

    private static String field(COSDictionary widget) {
        if (!COSName.TX.equals(inherited(widget, FIELD_TYPE))) {
            return "";
        }
        COSDictionary owner =
                widget.containsKey(FIELD_VALUE) ? widget : parent(widget, FIELD_VALUE);
        String value = text(owner.getString(FIELD_VALUE));
        String name = text(owner.getString(FIELD_NAME));
        return value.isBlank() || name.isBlank() ? value : name + ": " + value;
    }

    private static @Nullable COSName inherited(COSDictionary widget, COSName key) {
        COSDictionary owner = widget.containsKey(key) ? widget : parent(widget, key);
        return owner.getCOSName(key);
    }

    /// The parent that holds `key`, or the widget itself if none does.
    private static COSDictionary parent(COSDictionary widget, COSName key) {
        @Nullable COSDictionary parent = widget.getCOSDictionary(COSName.PARENT);
        for (int depth = 0; parent != null && depth < 16; depth++) {
            if (parent.containsKey(key)) {
                return parent;
            }
            parent = parent.getCOSDictionary(COSName.PARENT);
        }
        return widget;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
