package dev.lastack.cli.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Standard output that remembers why it could not be written; a {@link PrintStream} alone swallows that. */
public final class CheckedOutput extends PrintStream {

    private final Watch watch;

    private CheckedOutput(Watch watch) {
        super(watch, true, StandardCharsets.UTF_8);
        this.watch = watch;
    }

    public static CheckedOutput of(OutputStream out) {
        return new CheckedOutput(new Watch(out));
    }

    /** Why something could not be written, if so. A reader that has left, such as {@code head}, has all it wanted. */
    Optional<String> failure() {
        flush();
        return watch.failure;
    }

    private static final class Watch extends FilterOutputStream {

        private Optional<String> failure = Optional.empty();
        private boolean readerHasLeft;

        Watch(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
            if (readerHasLeft) {
                return;
            }
            try {
                out.write(octets, from, length);
            } catch (IOException e) {
                String reason = String.valueOf(e.getMessage());
                readerHasLeft = reason.contains("Broken pipe");
                if (!readerHasLeft) {
                    failure = failure.or(() -> Optional.of(reason));
                    throw e;
                }
            }
        }
    }
}
