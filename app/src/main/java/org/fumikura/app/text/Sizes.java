package org.fumikura.app.text;

import java.text.NumberFormat;
import org.fumikura.ui.Messages;

/// Sizes as a person reads them.
public final class Sizes {
    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};
    private static final double STEP = 1000;

    private Sizes() {}

    /// A number of bytes with a decimal unit, such as "1.1 GB".
    public static String bytes(Messages messages, long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= STEP && unit < UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(messages.locale());
        format.setMaximumFractionDigits(value < 10 && unit > 1 ? 1 : 0);
        return format.format(value) + " " + UNITS[unit];
    }
}
