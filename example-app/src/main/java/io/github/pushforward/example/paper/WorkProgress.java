package io.github.pushforward.example.paper;

/** Told how far an experiment is; by several threads at once. */
public interface WorkProgress {

    /** Nobody looks. */
    WorkProgress NONE = new WorkProgress() {
        @Override
        public void begin(String task, long units) {}

        @Override
        public void advance(long units) {}
    };

    /** A task of {@code units} units begins; the one before it, if any, is over. */
    void begin(String task, long units);

    /** That many more units of the task are done. */
    void advance(long units);
}
