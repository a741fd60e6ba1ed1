package io.github.pushforward.example.paper;

import java.util.Locale;

/** How numbers are written in tables. */
final class Cells {

    private static final double SMALL = 1e-3;

    private Cells() {}

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    static String loss(double loss) {
        return String.format(Locale.ROOT, "%.4f", loss);
    }

    static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * fraction);
    }

    /** With an exponent where it is small. */
    static String rate(double rate) {
        if (rate != 0 && Math.abs(rate) < SMALL) {
            return String.format(Locale.ROOT, "%.1e", rate).replace(".0e", "e").replace("e-0", "e-");
        }
        return String.format(Locale.ROOT, "%s", rate).replaceAll("\\.0$", "");
    }

    static String scientific(double number) {
        return String.format(Locale.ROOT, "%.1e", number).replace("e-0", "e-").replace("e+0", "e");
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
