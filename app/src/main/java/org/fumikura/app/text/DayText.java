package org.fumikura.app.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import org.fumikura.ui.Messages;

/// Days as a person writes them.
public final class DayText {
    private DayText() {}

    /// The day of `moment` where the person is, with its year.
    public static String of(Messages messages, Instant moment) {
        return new DateTimeFormatterBuilder()
                .appendLocalized(FormatStyle.LONG, null)
                .toFormatter(messages.locale())
                .withZone(ZoneId.systemDefault())
                .format(moment);
    }
}
