package org.fumikura.app.viewer;

/// How large a page is shown; [#FIT] is as wide as the panel.
///
/// @param percent of the panel's width
public record Zoom(int percent) {
    static final Zoom FIT = new Zoom(100);

    private static final int[] STEPS = {50, 75, 100, 125, 150, 200, 300, 400};

    public Zoom {
        if (percent < 1) {
            throw new IllegalArgumentException("nothing would be seen");
        }
    }

    double factor() {
        return percent / 100.0;
    }

    Zoom larger() {
        for (int step : STEPS) {
            if (step > percent) {
                return new Zoom(step);
            }
        }
        return this;
    }

    Zoom smaller() {
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (STEPS[i] < percent) {
                return new Zoom(STEPS[i]);
            }
        }
        return this;
    }
}
