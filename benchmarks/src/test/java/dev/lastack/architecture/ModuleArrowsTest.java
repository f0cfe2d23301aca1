package dev.lastack.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.lastack.checker.lanes.LaneTable;
import dev.lastack.checker.lanes.Lanes;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between modules and packages, and the house rules that bytecode can show. See docs/architecture.md. */
class ModuleArrowsTest {

    static List<String> modules() {
        return Modules.names();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleSeesOnlyWhatIsBelowIt(String module) {
        List<Dependency> outward = Modules.CLASSES.stream()
                .filter(type -> Modules.of(type).equals(module))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> dependency
                        .getTargetClass()
                        .getBaseComponentType()
                        .getPackageName()
                        .startsWith("dev.lastack."))
                .toList();

        assertThat(outward).as("dependencies of the classes of " + module).isNotEmpty();
        assertThat(outward)
                .filteredOn(dependency -> !Modules.mayDepend(
                        dependency.getOriginClass(), dependency.getTargetClass().getBaseComponentType()))
                .extracting(Dependency::getDescription)
                .isEmpty();
    }

    @Test
    void everyClassIsInAModuleOfTheTable() {
        assertThat(Modules.CLASSES.stream().map(Modules::of).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Modules.names());
    }

    @Test
    void onlyTheTestKitUsesTestLibraries() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.lastack.testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("net.jqwik..", "org.junit..", "org.assertj..")
                .check(Modules.CLASSES);
    }

    /** A proof is checked without what found it: of the lanes the interfaces alone, and nothing of the hull. */
    @Test
    void certificatesAreCheckedWithoutTheSearch() {
        noClasses()
                .that()
                .resideInAPackage("dev.lastack.checker.certificate..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("dev.lastack.checker.hull..")
                        .or(JavaClass.Predicates.assignableTo(Lanes.class))
                        .or(JavaClass.Predicates.type(LaneTable.class)))
                .check(Modules.CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.lastack.(**)").should().beFreeOfCycles().check(Modules.CLASSES);
    }

    /** Benchmarks print through the command line library, the test kit through the test report. */
    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.lastack.cli..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(Modules.CLASSES);
    }

    @Test
    void exceptionsSayWhatHappened() {
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(Modules.CLASSES);
    }

    @Test
    void nothingLogs() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(Modules.CLASSES);
    }

    @Test
    void noStaticsAreMutable() {
        fields().that().areStatic().should().beFinal().check(Modules.CLASSES);
    }
}
