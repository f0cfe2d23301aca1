package dev.lastack.cli;

import dev.lastack.cli.advise.AdviseCommand;
import dev.lastack.cli.explore.ExploreCommand;
import dev.lastack.cli.graph.GraphCommand;
import dev.lastack.cli.probe.ProbeCommand;
import dev.lastack.cli.reference.ClaimsCommand;
import dev.lastack.cli.reference.KnobsCommand;
import dev.lastack.cli.reference.VariantsCommand;
import dev.lastack.cli.show.CaptureCommand;
import dev.lastack.cli.show.CheckCommand;
import dev.lastack.cli.show.DiffCommand;
import dev.lastack.cli.show.ExplainCommand;
import dev.lastack.cli.show.PacketdrillCommand;
import dev.lastack.cli.show.ReplayCommand;
import dev.lastack.cli.show.ShowCommand;
import dev.lastack.cli.simulate.SimulateCommand;
import dev.lastack.cli.sweep.SweepCommand;
import dev.lastack.cli.terminal.Interruption;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.cli.verify.VerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands with what they print to and what may interrupt them. */
final class Commands implements IFactory {

    private final Terminal terminal;
    private final Interruption interruption;

    /** Commands of this process: picocli's generator of man pages makes them by reflection. */
    Commands() {
        this(Terminal.ofProcess(), Interruption.onRequest());
    }

    Commands(Terminal terminal, Interruption interruption) {
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == VerifyCommand.class) {
            return type.cast(new VerifyCommand(terminal, interruption));
        }
        if (type == SweepCommand.class) {
            return type.cast(new SweepCommand(terminal, interruption));
        }
        if (type == AdviseCommand.class) {
            return type.cast(new AdviseCommand(terminal, interruption));
        }
        if (type == SimulateCommand.class) {
            return type.cast(new SimulateCommand(terminal, interruption));
        }
        if (type == GraphCommand.class) {
            return type.cast(new GraphCommand(terminal, interruption));
        }
        if (type == ExploreCommand.class) {
            return type.cast(new ExploreCommand(terminal, interruption));
        }
        if (type == VariantsCommand.class) {
            return type.cast(new VariantsCommand(terminal));
        }
        if (type == ClaimsCommand.class) {
            return type.cast(new ClaimsCommand(terminal));
        }
        if (type == KnobsCommand.class) {
            return type.cast(new KnobsCommand(terminal));
        }
        if (type == ShowCommand.class) {
            return type.cast(new ShowCommand(terminal));
        }
        if (type == ReplayCommand.class) {
            return type.cast(new ReplayCommand(terminal));
        }
        if (type == CheckCommand.class) {
            return type.cast(new CheckCommand(terminal));
        }
        if (type == DiffCommand.class) {
            return type.cast(new DiffCommand(terminal));
        }
        if (type == ExplainCommand.class) {
            return type.cast(new ExplainCommand(terminal, interruption));
        }
        if (type == PacketdrillCommand.class) {
            return type.cast(new PacketdrillCommand(terminal));
        }
        if (type == CaptureCommand.class) {
            return type.cast(new CaptureCommand(terminal, interruption));
        }
        if (type == ProbeCommand.class) {
            return type.cast(new ProbeCommand(terminal, interruption));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
