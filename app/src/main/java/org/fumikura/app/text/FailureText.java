package org.fumikura.app.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumikura.inference.InferenceException;
import org.fumikura.rag.RagException;
import org.fumikura.ui.Messages;

/// A failure in words.
///
/// @param title what went wrong
/// @param advice what to do about it
public record FailureText(String title, String advice) {
    // Details of several values: needed=123 free=45 path=…, the path last.
    private static final Pattern VALUE = Pattern.compile("(\\w+)=(.*?)(?=\\s\\w+=|$)");

    private static final int MOST_VALUES = 4;

    /// Finds the words for a fault of `rag` or `inference`, and general ones for any other.
    public static FailureText of(Messages messages, Throwable fault) {
        return switch (fault) {
            case RagException e -> of(messages, "failure.rag." + e.code(), e.detail());
            case InferenceException e -> of(messages, "failure.inference." + e.code(), e.detail());
            default -> of(messages, "failure.unexpected", fault.getClass().getSimpleName());
        };
    }

    private static FailureText of(Messages messages, String key, String detail) {
        Object[] values = values(messages, detail).toArray();
        return new FailureText(
                messages.get(key + ".title", values), messages.get(key + ".advice", values));
    }

    /// The whole detail, then each of its values: `{0}` is the detail, `{1}` the first value, a
    /// question mark for each that is not there.
    private static List<Object> values(Messages messages, String detail) {
        List<Object> values = new ArrayList<>();
        values.add(detail);
        Matcher value = VALUE.matcher(detail);
        while (value.find()) {
            String number = value.group(2).strip();
            boolean bytes = value.group(1).equals("needed") || value.group(1).equals("free");
            values.add(
                    bytes && number.matches("\\d{1,18}")
                            ? Sizes.bytes(messages, Long.parseLong(number))
                            : number);
        }
        while (values.size() < MOST_VALUES) {
            values.add("?");
        }
        return values;
    }
}
