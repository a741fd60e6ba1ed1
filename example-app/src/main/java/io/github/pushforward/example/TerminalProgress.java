package io.github.pushforward.example;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar that shows the training loss. */
final class TerminalProgress implements Progress, AutoCloseable {

    private static final int WIDTH = 100;
    private static final int INTERVAL_MILLIS = 250;

    private final ProgressBar bar;

    /**
     * A bar on a stream, of a fixed width. The library's own choice of width loads native code to ask the terminal for it,
     * about which newer Java versions print a warning.
     */
    TerminalProgress(PrintStream stream, long steps) {
        bar = new ProgressBarBuilder()
                .setTaskName("Training")
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(INTERVAL_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(stream, WIDTH))
                .build();
    }

    @Override
    public void reached(LossCurve.Point point) {
        bar.setExtraMessage(String.format(Locale.ROOT, "loss %.4f", point.trainLoss()));
        bar.stepTo(point.step());
    }

    @Override
    public void close() {
        bar.close();
    }
}
