package dev.lastack.conformance.packetdrill;

import dev.lastack.conformance.packetdrill.call.CallReader;
import dev.lastack.conformance.packetdrill.call.UnsupportedCallException;
import dev.lastack.conformance.packetdrill.network.ScriptStackFactory;
import dev.lastack.conformance.packetdrill.script.Position;
import dev.lastack.conformance.packetdrill.script.Script;
import dev.lastack.conformance.packetdrill.script.ScriptAction.SystemCall;
import dev.lastack.conformance.packetdrill.script.ScriptEvent;
import dev.lastack.conformance.packetdrill.script.ScriptSyntaxException;
import dev.lastack.conformance.packetdrill.setup.HostSetup;
import dev.lastack.conformance.packetdrill.setup.SourcedFiles;
import dev.lastack.scenario.text.ScenarioException;
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
    private final SuiteOptions options;

    private PacketdrillSuite(ScriptStackFactory factory, SuiteOptions options) {
        this.factory = factory;
        this.options = options;
    }

    /** Runs every script against its own stacks, with the usual options. */
    public static SuiteResult run(List<Path> paths, ScriptStackFactory factory) {
        return run(paths, factory, SuiteOptions.usual());
    }

    /**
     * Runs every script against its own stacks.
     *
     * @param paths files, run in this order, and folders, whose scripts are run in the order of their names. A script may
     *     source files below the folder that is named, and one that is named itself those below its own folder
     * @return one result for each script; a path that is no script has a result that says so
     */
    public static SuiteResult run(List<Path> paths, ScriptStackFactory factory, SuiteOptions options) {
        PacketdrillSuite suite = new PacketdrillSuite(factory, options);
        List<ScriptResult> results = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                suite.runFolder(path, results);
            } else {
                results.add(suite.runFile(path, folderOf(path)));
            }
        }
        return new SuiteResult(List.copyOf(results));
    }

    /**
     * Runs one script.
     *
     * @param file how messages call it; what it sources lies below the folder of this file
     */
    public static ScriptResult run(String file, String text, ScriptStackFactory factory) {
        return run(file, text, factory, SuiteOptions.usual());
    }

    /** Runs one script with other options than the usual. */
    public static ScriptResult run(String file, String text, ScriptStackFactory factory, SuiteOptions options) {
        Path path = Path.of(file);
        return new PacketdrillSuite(factory, options).run(file, text, new SourcedFiles(folderOf(path), path));
    }

    private static Path folderOf(Path script) {
        Path parent = script.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private ScriptResult run(String file, String text, SourcedFiles files) {
        Script script;
        try {
            script = Script.parse(text, options.definitions());
        } catch (ScriptSyntaxException syntax) {
            return ScriptResult.error(file, file + ":" + syntax.position() + ": " + syntax.what());
        }
        HostSetup host = HostSetup.of(script, files);
        return run(file, script, host).ignoring(host.ignored());
    }

    private ScriptResult run(String file, Script script, HostSetup host) {
        List<Script.Unsupported> unsupported = unsupported(script, host);
        if (!unsupported.isEmpty()) {
            return ScriptResult.unsupported(
                    file,
                    unsupported.stream()
                            .map(part -> file + ":" + part.position() + ": " + part.what() + " is not supported")
                            .collect(Collectors.joining("\n")));
        }
        try {
            return factory.with(host.knobs())
                    .map(stacks -> new ScriptRun(file, script, host, stacks, options).run())
                    .orElseGet(() -> ScriptResult.unsupported(
                            file,
                            file + ": the sysctls of this script, which this stack cannot be told, are not supported"));
        } catch (ScenarioException unfit) {
            return ScriptResult.unsupported(
                    file, file + ": the sysctls of this script are not supported: " + unfit.getMessage());
        }
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
        scripts.forEach(script -> results.add(runFile(script, folder)));
    }

    /**
     * @param folder what the script sources lies below it
     */
    private ScriptResult runFile(Path path, Path folder) {
        String file = path.toString();
        try {
            String text = text(UserFile.read(path, "a script", LARGEST_MEBIBYTES));
            return run(file, text, new SourcedFiles(folder, path));
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

    /** What the language has and the parser names as foreign, and the calls and shell lines that have no meaning here. */
    private List<Script.Unsupported> unsupported(Script script, HostSetup host) {
        List<Script.Unsupported> parts = new ArrayList<>(script.unsupported());
        parts.addAll(BeyondStack.parts(script, factory.limits(), options.anySynOptions()));
        parts.addAll(host.unsupported());
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
