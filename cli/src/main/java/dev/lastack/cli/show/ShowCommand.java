package dev.lastack.cli.show;

import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.cli.terminal.TerminalLadder;
import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.Renderer;
import dev.lastack.counterexamples.render.Renderers;
import dev.lastack.counterexamples.render.ladder.LadderForm;
import dev.lastack.counterexamples.trace.AtomicFile;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.scenario.text.NearestName;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lastack show}. */
@Command(name = "show", description = "Draws the run in a trace file.", mixinStandardHelpOptions = true)
public final class ShowCommand implements Callable<Integer> {

    /** The names of the forms, for the help and for shells. */
    static final class Forms implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Renderers.all(false).stream().map(Renderer::name).iterator();
        }
    }

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "A trace file that 'lastack verify' wrote.")
    private Path file = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORM",
            completionCandidates = ShowCommand.Forms.class,
            description = "Form of the drawing: ${COMPLETION-CANDIDATES}; default: ladder.")
    private String format = "ladder";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Output file; default: standard output.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--width",
            paramLabel = "N",
            description = "Columns of the ladder, 80 to 500; default: those of the terminal, or 100.")
    private Optional<Integer> width = Optional.empty();

    @Option(
            names = "--ascii",
            description = "Draws the ladder in 7-bit characters; default on a terminal whose locale has no UTF-8.")
    private boolean ascii;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description =
                    "Whose packets are in a capture (--format pcapng): ${COMPLETION-CANDIDATES}; default: those of"
                            + " the host whose step violates the claim, or of A.")
    private Optional<Host> host = Optional.empty();

    @Option(names = "--color", description = "${COMPLETION-CANDIDATES}; default: auto. NO_COLOR is respected.")
    private Terminal.Color color = Terminal.Color.AUTO;

    public ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (host.isPresent() && !format.equals("pcapng")) {
            throw new ParameterException(spec.commandLine(), "--host is about captures; it goes with --format pcapng");
        }
        Renderer renderer = renderer(form());
        output.ifPresent(AtomicFile::requireWritable);
        Optional<Counterexample> confirmed = ReplayCommand.confirmed(file, terminal);
        if (confirmed.isEmpty()) {
            return ExitCode.BAD_INPUT.code();
        }
        if (renderer.binary() && output.isEmpty() && terminal.outIsTty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    renderer.name() + " is binary and not for a terminal; write it to a file with -o FILE");
        }
        byte[] drawing = renderer.render(confirmed.get());
        if (output.isPresent()) {
            AtomicFile.write(output.get(), drawing);
        } else {
            terminal.out().writeBytes(drawing);
            terminal.out().flush();
        }
        return ExitCode.OK.code();
    }

    private LadderForm form() {
        LadderForm usual =
                output.isPresent() ? LadderForm.usual(false) : TerminalLadder.form(terminal, terminal.coloured(color));
        int columns = width.orElse(usual.width());
        if (columns < LadderForm.LEAST_WIDTH || columns > LadderForm.GREATEST_WIDTH) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--width: '%d' is not from %d to %d"
                            .formatted(columns, LadderForm.LEAST_WIDTH, LadderForm.GREATEST_WIDTH));
        }
        return new LadderForm(columns, usual.colour(), ascii || usual.ascii());
    }

    private Renderer renderer(LadderForm form) {
        List<Renderer> all = Renderers.all(form, host);
        return all.stream()
                .filter(drawing -> drawing.name().equals(format))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> names = all.stream().map(Renderer::name).toList();
                    String nearest = NearestName.to(format, names)
                            .map(name -> "; did you mean '" + name + "'?")
                            .orElse("");
                    return new ParameterException(
                            spec.commandLine(),
                            "there is no form '" + format + "'; one of: " + String.join(", ", names) + nearest);
                });
    }
}
