package dev.lastack.benchmarks.compare;

import dev.lastack.benchmarks.twin.TwinConstants;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * SPIN with exact storage, its verifier compiled at {@code -O3} for the twin's constants. Option {@code -o2} keeps
 * SPIN from removing a variable that the twin writes and never reads.
 */
record Spin(int workers) implements TwinEngine {

    private static final Pattern STORED = Pattern.compile("([\\d.e+]+) states, stored");
    private static final Pattern MATCHED = Pattern.compile("([\\d.e+]+) states, matched");
    private static final Pattern STATES_MIB = Pattern.compile("([\\d.]+)\\s+actual memory usage for states");
    private static final Pattern TABLE_MIB = Pattern.compile("([\\d.]+)\\s+memory used for hash table");
    private static final Pattern SHARED_MIB = Pattern.compile("([\\d.]+)\\s+total shared memory usage");

    private boolean breadthFirst() {
        return workers > 1;
    }

    @Override
    public String name() {
        return breadthFirst() ? "SPIN, breadth-first (BFS_PAR, NO_HC)" : "SPIN, depth-first";
    }

    @Override
    public boolean exact() {
        return true;
    }

    /** The breadth-first verifier does not wait for its second process. */
    @Override
    public boolean cpuTimeIsWhole() {
        return !breadthFirst();
    }

    @Override
    public String version() throws IOException, InterruptedException {
        return Processes.output(Path.of("."), List.of("spin", "-V")).trim();
    }

    @Override
    public void prepare(TwinConstants constants, Path directory) throws IOException, InterruptedException {
        Sources.copy("TcpTwin.pml", directory);
        List<String> spin = new ArrayList<>(List.of("spin", "-a", "-o2"));
        if (breadthFirst()) {
            spin.add("-DBFSMODE");
        }
        spin.addAll(List.of(
                "-DM=" + constants.modulus(),
                "-DL=" + constants.life(),
                "-DTW=" + constants.timeWait(),
                "-DCAP=" + constants.capacity(),
                "-DD=" + constants.data(),
                "TcpTwin.pml"));
        Processes.output(directory, spin);
        List<String> compile = new ArrayList<>(
                List.of("gcc", "-w", "-O3", "-march=native", "-DSAFETY", "-DNOREDUCE", "-o", "pan", "pan.c"));
        if (breadthFirst()) {
            compile.addAll(List.of("-DBFS_PAR", "-DNO_HC"));
        }
        Processes.output(directory, compile);
    }

    @Override
    public List<String> command(TwinConstants constants, Path directory) {
        List<String> pan = new ArrayList<>(List.of(directory.resolve("pan").toString(), "-E", "-n"));
        pan.add("-w" + hashBits(constants));
        pan.add(breadthFirst() ? "-u" + workers : "-m200000");
        return pan;
    }

    /** About one slot a state: 2^22 slots for 3 M states, 2^26 for 30 M, as its authors advise. */
    private static int hashBits(TwinConstants constants) {
        return Math.min(28, 22 + 4 * Math.max(0, constants.capacity() - 3));
    }

    /** SPIN stores one state more, before its {@code init} step, and counts both as transitions. */
    @Override
    public Counts counts(String output) {
        double stored = Counts.number(STORED, output);
        double matched = Counts.number(MATCHED, output);
        double mebibytes = breadthFirst()
                ? Counts.number(SHARED_MIB, output)
                : Counts.number(STATES_MIB, output) + Counts.number(TABLE_MIB, output);
        return new Counts(
                (long) stored - 1, (long) (stored + matched) - 2, OptionalLong.of((long) (mebibytes * (1 << 20))));
    }
}
