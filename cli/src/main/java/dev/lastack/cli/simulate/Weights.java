package dev.lastack.cli.simulate;

import dev.lastack.checker.walk.StepWeight;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.ActionKind;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.scenario.text.NearestName;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import dev.lastack.scenario.text.UnsuitableFileException;
import dev.lastack.scenario.text.UserFile;
import dev.lastack.scenario.text.YamlNode;
import dev.lastack.scenario.text.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How likely each kind of step is: a YAML file with lines such as {@code tick: 3}, {@code A.close: 0}. A kind that is not named
 * has the weight 1.
 */
final class Weights implements StepWeight {

    private static final int LARGEST = 1_000_000;
    private static final int LARGEST_MEBIBYTES = 1;

    private final int[][] ofKinds = new int[Host.values().length][ActionKind.values().length];

    private Weights() {
        for (int[] ofHost : ofKinds) {
            Arrays.fill(ofHost, 1);
        }
    }

    /**
     * Reads a file of weights.
     *
     * @throws ScenarioException if it cannot be read, names what is no kind of step, has a weight out of range, or leaves
     *     no kind of step a weight above 0
     */
    static Weights read(Path file) {
        Weights weights = new Weights();
        YamlReader.read(text(file), file.toString()).entries().values().forEach(weights::set);
        if (Arrays.stream(weights.ofKinds).flatMapToInt(Arrays::stream).allMatch(weight -> weight == 0)) {
            throw new ScenarioException(
                    Place.of(file.toString()), "every kind of step has the weight 0, so no step can be taken");
        }
        return weights;
    }

    private static String text(Path file) {
        try {
            return new String(UserFile.read(file, "a file of weights", LARGEST_MEBIBYTES), StandardCharsets.UTF_8);
        } catch (UnsuitableFileException e) {
            throw new ScenarioException(Place.of(file.toString()), String.valueOf(e.getReason()));
        } catch (IOException e) {
            throw new ScenarioException(Place.of(file.toString()), "cannot be read");
        }
    }

    private void set(YamlNode.Entry entry) {
        String[] parts = entry.name().split("\\.", 2);
        boolean ofOneHost = parts.length == 2 && (parts[0].equals("A") || parts[0].equals("B"));
        String kind = ofOneHost ? parts[1] : entry.name();
        int code = names().indexOf(kind);
        if (code < 0) {
            throw new ScenarioException(
                    entry.namePlace(),
                    "there is no kind of step '" + kind + "'; one of: " + String.join(", ", names())
                            + NearestName.to(kind, names())
                                    .map(near -> "; did you mean '" + near + "'?")
                                    .orElse(""));
        }
        int weight = weight(entry);
        for (Host host : Host.values()) {
            if (!ofOneHost || host.name().equals(parts[0])) {
                ofKinds[host.index()][code] = weight;
            }
        }
    }

    private static int weight(YamlNode.Entry entry) {
        String text = entry.text();
        if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) > LARGEST) {
            throw new ScenarioException(
                    entry.value().place(),
                    entry.name() + ": '" + text + "' is no weight; a whole number from 0 to " + LARGEST);
        }
        return Integer.parseInt(text);
    }

    /** The kinds of step in the order of their codes. */
    static List<String> names() {
        return Stream.of(ActionKind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public int of(int action) {
        return ofKinds[Action.ownerOf(action)][Action.kindOf(action).code()];
    }
}
