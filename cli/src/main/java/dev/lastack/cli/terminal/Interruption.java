package dev.lastack.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns SIGINT into an orderly end: the command is asked to stop, prints what it has, and the process exits with 130. A
 * shutdown hook does it, because the JVM waits for one and lets other threads go on meanwhile.
 */
public final class Interruption {

    /** Longer than any step between two looks at {@link #isRequested()}. */
    private static final long GRACE_SECONDS = 20;

    private final boolean ofProcess;
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean requested;

    private Interruption(boolean ofProcess) {
        this.ofProcess = ofProcess;
    }

    /** That of this process, by SIGINT. */
    public static Interruption ofProcess() {
        return new Interruption(true);
    }

    /** One that only {@link #request()} brings about. */
    public static Interruption onRequest() {
        return new Interruption(false);
    }

    /** Whether the command should come to an end. */
    public boolean isRequested() {
        return requested;
    }

    /** Asks the command to come to an end. */
    public void request() {
        requested = true;
    }

    /** Begins to listen; without it a signal ends the process as it is. */
    public void listen() {
        if (ofProcess) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::endOrderly, "interruption"));
        }
    }

    private void endOrderly() {
        if (finished.getCount() == 0) {
            return;
        }
        request();
        try {
            finished.await(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException cannotWait) {
            Thread.currentThread().interrupt();
        }
        // The JVM's own exit code would hide that results were printed.
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
    }

    /** Ends the process, from the main thread, with everything printed. */
    public void exit(int code) {
        finished.countDown();
        if (!requested) {
            System.exit(code);
        }
    }
}
