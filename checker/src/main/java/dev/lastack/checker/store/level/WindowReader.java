package dev.lastack.checker.store.level;

import org.jspecify.annotations.Nullable;

/** Reads the part of some {@link Runs} that lies in a window, for one thread; meant for windows in ascending order. */
final class WindowReader implements Ascending.Reader {

    private final Runs runs;
    private final Windows windows;
    private int loaded = -1;
    private @Nullable Run run;

    WindowReader(Runs runs, Windows windows) {
        this.runs = runs;
        this.windows = windows;
    }

    @Override
    public void read(int window, Rows rows) {
        int last = windows.lastOf(window, runs.firsts());
        for (int number = windows.firstOf(window, runs.firsts()); number <= last; number++) {
            readRun(load(number), window, rows);
        }
    }

    private Run load(int number) {
        Run current = run;
        if (current == null || number != loaded) {
            current = runs.load(number);
            run = current;
            loaded = number;
        }
        return current;
    }

    private void readRun(Run from, int window, Rows rows) {
        int last = windows.lastOf(window, from.firsts());
        for (int block = windows.firstOf(window, from.firsts()); block <= last; block++) {
            rows.makeRoom(Run.BLOCK);
            int start = rows.size;
            int count = from.read(block, rows.states, start * rows.words);
            for (int i = start; i < start + count; i++) {
                if (windows.contains(window, rows.states, i * rows.words)) {
                    rows.move(i, rows.size++);
                }
            }
        }
    }
}
