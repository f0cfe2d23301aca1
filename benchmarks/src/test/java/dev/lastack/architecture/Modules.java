package dev.lastack.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The modules of lastack, bottom up, and what each may see. The table in docs/architecture.md says the same. */
final class Modules {

    /** Main classes of all modules, without what JMH generates. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("jmh_generated") && !location.contains("-tests.jar"))
            .importPackages("dev.lastack");

    /** What each module may see. What a module sees, it sees with all that is below. */
    private static final Map<String, Set<String>> VISIBLE = new LinkedHashMap<>();

    static {
        module("checker");
        module("scenario");
        module("model", "checker", "scenario");
        module("endpoint", "scenario");
        module("properties", "model");
        module("conformance", "properties", "endpoint");
        module("counterexamples", "properties");
        module("capture", "conformance", "counterexamples");
        module("explore", "counterexamples");
        module("probe", "conformance");
        module("spark", "properties");
        module("testkit", "conformance", "counterexamples");
        module("cli", "conformance", "capture", "explore", "probe");
        module("benchmarks", "conformance", "capture", "explore", "probe");
    }

    private Modules() {}

    private static void module(String name, String... below) {
        Set<String> visible = new TreeSet<>(Set.of(name));
        Arrays.stream(below).forEach(other -> visible.addAll(VISIBLE.getOrDefault(other, Set.of())));
        VISIBLE.put(name, visible);
    }

    static List<String> names() {
        return List.copyOf(VISIBLE.keySet());
    }

    /** The module of a class of lastack. The TCP states and control bits belong to the scenarios. */
    static String of(JavaClass type) {
        String name = type.getPackageName().split("\\.", -1)[2];
        return name.equals("tcp") ? "scenario" : name;
    }

    static boolean mayDepend(JavaClass type, JavaClass on) {
        boolean drawsPackets = of(type).equals("counterexamples")
                && on.getPackageName().equals("dev.lastack.endpoint.wire"); // A packet's bytes have one writer.
        return drawsPackets || VISIBLE.getOrDefault(of(type), Set.of()).contains(of(on));
    }
}
