package dev.lastack.probe;

import java.io.IOException;
import java.nio.file.Path;

/** Runs in a namespace: some walks on the kernel. Writes what they came to into a file. */
public final class FewWalks {

    private static final int WALKS = 40;

    private FewWalks() {}

    public static void main(String[] arguments) throws IOException {
        KernelMeasurement.walk(WALKS).write(Path.of(arguments[0]));
    }
}
