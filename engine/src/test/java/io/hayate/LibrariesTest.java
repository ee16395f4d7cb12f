package io.hayate;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where each library lives, and who may write events, log and print. */
class LibrariesTest {
    private static final String ROOT = "io.hayate";
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOT);

    /** Each library and the packages that it may be used in. */
    private static final Map<String, List<String>> HOMES =
            Map.of(
                    "io.netty..", List.of("transport", "venue.server", "view.web.server"),
                    // the run writes its summary with it, and reads nothing
                    "com.fasterxml.jackson..",
                            List.of(
                                    "codec",
                                    "recording",
                                    "backtest",
                                    "venue.wire",
                                    "doctor",
                                    "log",
                                    "notify",
                                    "run",
                                    "stat",
                                    "view.summary",
                                    "story",
                                    "view.web"),
                    "ch.qos.logback..", List.of("log"),
                    "io.prometheus..", List.of("view.web"),
                    "com.lmax.disruptor..", List.of("event"),
                    "org.HdrHistogram..", List.of("metrics", "report"),
                    "org.jline..", List.of("view.terminal", "view.text", "stat.top"),
                    "com.github.luben.zstd..", List.of("recording.line"),
                    "picocli..", List.of("cli"),
                    "com.typesafe.config..", List.of("settings"));

    /** Bodies of events that are written here and nowhere else. */
    private static final List<String> FLYWEIGHTS =
            List.of(
                    "Ticker",
                    "ExecutionReport",
                    "WalletUpdate",
                    "SessionStatus",
                    "TimeTick",
                    "Trade",
                    "Candle",
                    "BookEntry",
                    "BookChecksum",
                    "DerivativeStatus",
                    "Liquidation",
                    "ChannelStatus",
                    "BookView");

    private static String in(String layer) {
        return ROOT + "." + layer + "..";
    }

    private static String[] in(List<String> layers) {
        return layers.stream().map(LibrariesTest::in).toArray(String[]::new);
    }

    /** It is at hand when the library is compiled, as its pom names it for those who use the test kit. */
    @Test
    void shouldUseNoLibraryForTests() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.opentest4j..", "org.apiguardian..")
                .check(CLASSES);
    }

    @Test
    void shouldKeepEachLibraryAtHome() {
        HOMES.forEach(
                (library, homes) ->
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(in(homes))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(library)
                                .because(library + " lives in " + homes)
                                .check(CLASSES));
    }

    /** A page of another view may show these lines, too: they know no terminal. */
    @Test
    void shouldUseOfJLineOnlyStyledStringsInTexts() {
        noClasses()
                .that()
                .resideInAPackage(in("view.text"))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.jline..")
                                .and(not(simpleNameStartingWith("Attributed"))))
                .check(CLASSES);
    }

    /** Agrona is buffers and queues: anybody's. What else is used must be on the list above. */
    @Test
    void shouldUseNoLibraryWithoutAHome() {
        List<String> allowed = new ArrayList<>(HOMES.keySet());
        allowed.addAll(List.of(ROOT + "..", "java..", "javax..", "org.agrona..", "org.slf4j.."));
        allowed.add("com.sun.management.."); // of the JDK: bytes allocated by a thread

        classes()
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(allowed.toArray(String[]::new))
                                .or(
                                        DescribedPredicate.describe(
                                                "primitive", LibrariesTest::isBare)))
                .check(CLASSES);
    }

    private static boolean isBare(JavaClass type) {
        return type.getBaseComponentType().isPrimitive()
                || type.getBaseComponentType().getPackageName().startsWith("java.")
                || type.getBaseComponentType().getPackageName().startsWith(ROOT);
    }

    /**
     * The codec writes events, the session those of its own state; the strategy's command desk fills
     * copies, as answers to the console.
     */
    @Test
    void shouldLetOnlyWritersCallSettersOfFlyweights() {
        noClasses()
                .that(
                        resideOutsideOfPackages(
                                in(List.of("event", "codec", "intake", "session", "strategy"))))
                .should()
                .callMethodWhere(
                        DescribedPredicate.describe("a setter of a flyweight", LibrariesTest::sets))
                .check(CLASSES);
    }

    private static boolean sets(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        return owner.getPackageName().equals(ROOT + ".event")
                && FLYWEIGHTS.contains(owner.getSimpleName())
                && !call.getTarget().getName().equals("wrap")
                && !call.getTarget().getRawParameterTypes().isEmpty()
                && call.getTarget().getRawReturnType().equals(owner);
    }

    @Test
    void shouldLogThroughSlf4jAlone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(CLASSES);
    }

    @Test
    void shouldPrintOnlyFromViewAndCommandLine() {
        noClasses()
                .that(resideOutsideOfPackages(in(List.of("view", "cli"))))
                .and(not(type(Hayate.class)))
                .should(ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }
}
