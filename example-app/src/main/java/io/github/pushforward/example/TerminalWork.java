package io.github.pushforward.example;

import io.github.pushforward.example.paper.WorkProgress;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar for each task of an experiment, one below the other. */
final class TerminalWork implements WorkProgress, AutoCloseable {

    private static final int WIDTH = 100;
    private static final int INTERVAL_MILLIS = 250;

    private final PrintStream stream;
    private final String experiment;
    private @Nullable ProgressBar bar;

    TerminalWork(PrintStream stream, String experiment) {
        this.stream = stream;
        this.experiment = experiment;
    }

    @Override
    public synchronized void begin(String task, long units) {
        close();
        bar = new ProgressBarBuilder()
                .setTaskName(experiment + ", " + task)
                .setInitialMax(units)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(INTERVAL_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(stream, WIDTH))
                .build();
    }

    @Override
    public synchronized void advance(long units) {
        if (bar != null) {
            bar.stepBy(units);
        }
    }

    /** Ends the bar of the last task. */
    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
