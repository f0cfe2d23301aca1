package dev.lastack.conformance.packetdrill;

import dev.lastack.conformance.packetdrill.call.CallReader;
import dev.lastack.conformance.packetdrill.call.UnsupportedCallException;
import dev.lastack.conformance.packetdrill.network.ScriptStackFactory;
import dev.lastack.conformance.packetdrill.script.Position;
import dev.lastack.conformance.packetdrill.script.Script;
import dev.lastack.conformance.packetdrill.script.ScriptAction.SystemCall;
import dev.lastack.conformance.packetdrill.script.ScriptEvent;
import dev.lastack.conformance.packetdrill.script.ScriptSyntaxException;
import dev.lastack.scenario.text.UnsuitableFileException;
import dev.lastack.scenario.text.UserFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs packetdrill scripts, files or folders of {@code *.pkt}, against a stack. */
public final class PacketdrillSuite {

    /** The longest script in public has some hundred lines. */
    private static final int LARGEST_MEBIBYTES = 1;

    private static final String SUFFIX = ".pkt";

    /** Microseconds that a packet, and the end of a call, may be off where nothing else is said; packetdrill's own. */
    public static final long TOLERANCE = 4_000;

    private final ScriptStackFactory factory;
    private final long tolerance;

    private PacketdrillSuite(ScriptStackFactory factory, long tolerance) {
        this.factory = factory;
        this.tolerance = tolerance;
    }

    /** Runs every script against its own stacks, with the usual {@link #TOLERANCE}. */
    public static SuiteResult run(List<Path> paths, ScriptStackFactory factory) {
        return run(paths, factory, TOLERANCE);
    }

    /**
     * Runs every script against its own stacks.
     *
     * @param paths files, run in this order, and folders, whose scripts are run in the order of their names
     * @param tolerance microseconds that a packet, and the end of a call, may be off where the script does not say
     * @return one result for each script; a path that is no script has a result that says so
     */
    public static SuiteResult run(List<Path> paths, ScriptStackFactory factory, long tolerance) {
        PacketdrillSuite suite = new PacketdrillSuite(factory, tolerance);
        List<ScriptResult> results = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                suite.runFolder(path, results);
            } else {
                results.add(suite.runFile(path));
            }
        }
        return new SuiteResult(List.copyOf(results));
    }

    /**
     * Runs one script.
     *
     * @param file how messages call it
     */
    public static ScriptResult run(String file, String text, ScriptStackFactory factory) {
        return new PacketdrillSuite(factory, TOLERANCE).run(file, text);
    }

    private ScriptResult run(String file, String text) {
        Script script;
        try {
            script = Script.parse(text);
        } catch (ScriptSyntaxException syntax) {
            return ScriptResult.error(file, file + ":" + syntax.position() + ": " + syntax.what());
        }
        List<Script.Unsupported> unsupported = unsupported(script);
        if (!unsupported.isEmpty()) {
            return ScriptResult.unsupported(
                    file,
                    unsupported.stream()
                            .map(part -> file + ":" + part.position() + ": " + part.what() + " is not supported")
                            .collect(Collectors.joining("\n")));
        }
        return new ScriptRun(file, script, factory, tolerance).run();
    }

    private void runFolder(Path folder, List<ScriptResult> results) {
        List<Path> scripts;
        try (Stream<Path> files = Files.walk(folder)) {
            scripts = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            results.add(ScriptResult.error(folder.toString(), folder + ": cannot be read: " + unreadable));
            return;
        }
        if (scripts.isEmpty()) {
            results.add(ScriptResult.error(folder.toString(), folder + ": holds no script (*" + SUFFIX + ")"));
        }
        scripts.forEach(script -> results.add(runFile(script)));
    }

    private ScriptResult runFile(Path path) {
        String file = path.toString();
        try {
            return run(file, text(UserFile.read(path, "a script", LARGEST_MEBIBYTES)));
        } catch (UnsuitableFileException unsuitable) {
            return ScriptResult.error(file, file + ": " + unsuitable.getReason());
        } catch (NoSuchFileException missing) {
            return ScriptResult.error(file, file + ": there is no such file");
        } catch (IOException unreadable) {
            return ScriptResult.error(file, file + ": cannot be read: " + unreadable);
        }
    }

    /** The language is ASCII; comments may have any encoding, so what is not UTF-8 is read as Latin-1, which fits all. */
    private static String text(byte[] octets) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(octets, StandardCharsets.ISO_8859_1);
        }
    }

    /** What the language has and the parser names as foreign, and the calls that have no meaning here. */
    private static List<Script.Unsupported> unsupported(Script script) {
        List<Script.Unsupported> parts = new ArrayList<>(script.unsupported());
        for (ScriptEvent event : script.events()) {
            if (event.action() instanceof SystemCall call) {
                try {
                    CallReader.read(call);
                } catch (UnsupportedCallException unsupported) {
                    parts.add(new Script.Unsupported(event.position(), unsupported.what()));
                }
            }
        }
        parts.sort(Comparator.comparing(
                Script.Unsupported::position,
                Comparator.comparingInt(Position::line).thenComparingInt(Position::column)));
        return parts;
    }
}
