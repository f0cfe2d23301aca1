package dev.lastack.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Classes of one package use each other in one direction, except where {@code class-cycles.txt} gives a reason. */
class ClassCyclesTest {

    /** A line of the list: {@code package: class class … | reason}. */
    private record Listed(String inPackage, Set<String> classes, String reason) {

        static Listed parse(String line) {
            String[] parts = line.split("[:|]", 3);
            assertThat(parts).as(line).hasSize(3);
            return new Listed(
                    "dev.lastack." + parts[0].strip(),
                    new TreeSet<>(List.of(parts[1].strip().split(" +", -1))),
                    parts[2].strip());
        }

        boolean covers(String name, Set<String> component) {
            return inPackage.equals(name) && classes.containsAll(component);
        }
    }

    @Test
    void noCycleIsOutsideTheList() throws IOException {
        List<Listed> list = list();
        List<String> unlisted = new ArrayList<>();
        for (String name : packages()) {
            for (Set<String> component : components(name)) {
                if (list.stream().noneMatch(listed -> listed.covers(name, component))) {
                    unlisted.add(name + ": " + String.join(" ", component));
                }
            }
        }
        assertThat(unlisted).isEmpty();
    }

    @Test
    void theListHoldsNothingThatIsUntied() throws IOException {
        assertThat(list())
                .allSatisfy(listed -> assertThat(components(listed.inPackage()))
                        .as(listed.inPackage())
                        .anySatisfy(component -> assertThat(component).isEqualTo(listed.classes())));
    }

    @Test
    void everyCycleHasItsReason() throws IOException {
        assertThat(list())
                .isNotEmpty()
                .allSatisfy(listed -> assertThat(listed.reason())
                        .as(listed.toString())
                        .hasSizeGreaterThan(20)
                        .endsWith("."));
    }

    /** Classes that use each other are found, also where a nested class closes the circle. */
    @Test
    void aCycleIsFound() {
        List<JavaClass> types = Modules.CLASSES.stream().toList();
        assertThat(new ClassCycles(types, "dev.lastack.counterexamples.trace").components())
                .anySatisfy(component -> assertThat(component).contains("TraceFile", "TraceReader"));
    }

    private static List<Set<String>> components(String name) {
        return new ClassCycles(Modules.CLASSES, name).components();
    }

    private static Set<String> packages() {
        Set<String> packages = new TreeSet<>();
        Modules.CLASSES.forEach(type -> packages.add(type.getPackageName()));
        return packages;
    }

    private static List<Listed> list() throws IOException {
        try (InputStream in = Objects.requireNonNull(ClassCyclesTest.class.getResourceAsStream("class-cycles.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Listed::parse)
                    .toList();
        }
    }
}
