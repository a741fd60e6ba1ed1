package io.github.pushforward.processor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** Which package of the processor may know which, as section 3 of the design draws it. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    static final String ROOT = "io.github.pushforward.processor";
    private static final String READ = ROOT + ".read";
    private static final String RESOLVE = ROOT + ".resolve";
    private static final String IR = ROOT + ".ir";
    private static final String ANALYZE = ROOT + ".analyze";
    private static final String DIFFERENTIATE = ROOT + ".differentiate";
    private static final String EMIT = ROOT + ".emit";
    private static final String REPORT = ROOT + ".report";

    private static final DescribedPredicate<JavaClass> OURS = resideInAPackage(ROOT + "..");

    @ArchTest
    static final ArchRule onlyReadAndResolveTouchSyntaxTrees = noClasses()
            .that()
            .resideOutsideOfPackages(READ, RESOLVE, ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.sun.source..");

    /** The trees are a supported interface of the JDK; what lies behind them is not. */
    @ArchTest
    static final ArchRule nobodyTouchesTheInsidesOfJavac =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("com.sun.tools..", "sun..", "jdk.internal..");

    @ArchTest
    static final ArchRule onlyEmitTouchesJavaPoet = noClasses()
            .that()
            .resideOutsideOfPackages(EMIT, ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.palantir.javapoet..");

    @ArchTest
    static final ArchRule irKnowsNobody = noClasses()
            .that()
            .resideInAPackage(IR)
            .should()
            .dependOnClassesThat(OURS.and(resideInAPackage(IR).negate().as("outside ir")));

    @ArchTest
    static final ArchRule reportKnowsPlacesAlone = noClasses()
            .that()
            .resideInAPackage(REPORT)
            .should()
            .dependOnClassesThat(OURS.and(resideInAPackage(REPORT).negate())
                    .and(DescribedPredicate.not(nameMatching(".*\\.ir\\.Span")).forSubtype()));

    /** Names of the Java language, not of its compiler, are all that these may ask the platform for. */
    @ArchTest
    static final ArchRule noCompilerBehindTheCalculus = noClasses()
            .that()
            .resideInAnyPackage(IR, ANALYZE, DIFFERENTIATE)
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("javax.lang.model..", "javax.annotation.processing..", "javax.tools..")
                            .and(DescribedPredicate.not(nameMatching("javax\\.lang\\.model\\.SourceVersion"))
                                    .forSubtype()));

    @ArchTest
    static final ArchRule layers = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
            .layer("entry")
            .definedBy(ROOT)
            .layer("read")
            .definedBy(READ)
            .layer("resolve")
            .definedBy(RESOLVE)
            .layer("analyze")
            .definedBy(ANALYZE)
            .layer("differentiate")
            .definedBy(DIFFERENTIATE)
            .layer("emit")
            .definedBy(EMIT)
            .layer("ir")
            .definedBy(IR)
            .layer("report")
            .definedBy(REPORT)
            .whereLayer("entry")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("read")
            .mayOnlyBeAccessedByLayers("entry")
            .whereLayer("resolve")
            .mayOnlyBeAccessedByLayers("entry", "read")
            .whereLayer("analyze")
            .mayOnlyBeAccessedByLayers("entry", "differentiate")
            .whereLayer("differentiate")
            .mayOnlyBeAccessedByLayers("entry", "emit")
            .whereLayer("emit")
            .mayOnlyBeAccessedByLayers("entry");

    @ArchTest
    static final ArchRule noCycles = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    /** The runtime belongs to the generated code; annotations are named by their classes. */
    @ArchTest
    static final ArchRule noRuntime =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.github.pushforward.runtime..");

    /** Every package of the pipeline is one of those that the design names. */
    @ArchTest
    static final ArchRule noOtherPackages =
            classes().should().resideInAnyPackage(ROOT, READ, RESOLVE, IR, ANALYZE, DIFFERENTIATE, EMIT, REPORT);
}
