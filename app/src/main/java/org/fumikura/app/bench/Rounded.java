package org.fumikura.app.bench;

/// Figures without digits that mean nothing.
final class Rounded {
    private Rounded() {}

    static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    static double thousandth(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
