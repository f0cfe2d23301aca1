package dev.lastack.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.lastack.tcp.ControlBits;
import dev.lastack.tcp.TcpState;

/** The arrows between modules and packages, and the house rules that bytecode can show. See docs/architecture.md. */
@AnalyzeClasses(packages = "dev.lastack", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule engineKnowsNoTcp = noClasses()
            .that()
            .resideInAPackage("dev.lastack.checker..")
            .should()
            .dependOnClassesThat(inLastackOutside("dev.lastack.checker"));

    @ArchTest
    static final ArchRule scenariosKnowNoRules = noClasses()
            .that()
            .resideInAPackage("dev.lastack.scenario..")
            .should()
            .dependOnClassesThat(inLastackOutside("dev.lastack.scenario"));

    @ArchTest
    static final ArchRule theEndpointIsASecondReading = noClasses()
            .that()
            .resideInAPackage("dev.lastack.endpoint..")
            .should()
            .dependOnClassesThat(inLastackOutside("dev.lastack.endpoint")
                    .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("dev.lastack.scenario..")))
                    .and(DescribedPredicate.not(JavaClass.Predicates.type(TcpState.class)))
                    .and(DescribedPredicate.not(JavaClass.Predicates.type(ControlBits.class))));

    @ArchTest
    static final ArchRule theModelDoesNotReadTheEndpoint = noClasses()
            .that()
            .resideInAPackage("dev.lastack.model..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.lastack.endpoint..");

    @ArchTest
    static final ArchRule capturesKnowNoClaimsAndNoSearch = noClasses()
            .that()
            .resideInAPackage("dev.lastack.capture..")
            .should()
            .dependOnClassesThat(inLastackOutside("dev.lastack.capture")
                    .and(DescribedPredicate.not(JavaClass.Predicates.type(TcpState.class))));

    @ArchTest
    static final ArchRule propertiesRenderNothing = noClasses()
            .that()
            .resideInAPackage("dev.lastack.properties..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.lastack.counterexamples..", "dev.lastack.cli..");

    @ArchTest
    static final ArchRule sparkRunsTasksAndKnowsNoMore = noClasses()
            .that()
            .resideInAPackage("dev.lastack.spark..")
            .should()
            .dependOnClassesThat(inLastackOutside("dev.lastack.spark")
                    .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                            "dev.lastack.checker..", "dev.lastack.model..", "dev.lastack.properties.."))));

    /** Apache Spark need not be there, so that nothing may link to it. */
    @ArchTest
    static final ArchRule sparkIsFoundByNameAlone = noClasses()
            .that()
            .resideOutsideOfPackage("dev.lastack.spark..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.lastack.spark..", "org.apache.spark..", "org.apache.hadoop..", "scala..");

    @ArchTest
    static final ArchRule noTestLibraryAtRunTime = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("net.jqwik..", "org.junit..", "org.assertj..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.lastack.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints =
            noClasses().that().resideOutsideOfPackage("dev.lastack.cli..").should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule exceptionsSayWhatHappened = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule noLogging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule noMutableStatics =
            fields().that().areStatic().should().beFinal();

    private static DescribedPredicate<JavaClass> inLastackOutside(String root) {
        return DescribedPredicate.describe(
                "are lastack's, outside " + root,
                type -> type.getPackageName().startsWith("dev.lastack")
                        && !type.getPackageName().startsWith(root));
    }
}
