package io.hayate;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may use whom: calls go down the ladder, events come up through the ring. */
class LayeringTest {
    private static final String ROOT = "io.hayate";
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOT);

    /** Each package and those that it may use. */
    private static final Map<String, Set<String>> MAY_USE =
            Map.ofEntries(
                    Map.entry("model", Set.of()),
                    Map.entry("metrics", Set.of()),
                    Map.entry("machine", Set.of("model")),
                    Map.entry("doctor", Set.of("machine", "transport", "model")),
                    Map.entry("event", Set.of("model")),
                    Map.entry("codec", Set.of("event", "model")),
                    Map.entry("transport", Set.of("model", "metrics")),
                    Map.entry("market", Set.of("event", "model", "metrics")),
                    Map.entry("risk", Set.of("model")),
                    Map.entry("session", Set.of("codec", "transport", "event", "model", "metrics")),
                    Map.entry("order", Set.of("session", "risk", "event", "model", "metrics")),
                    Map.entry(
                            "strategy",
                            Set.of("order", "risk", "market", "event", "model", "metrics")),
                    Map.entry("view", Set.of("market", "event", "model", "metrics")),
                    Map.entry("venue", Set.of("model")),
                    Map.entry(
                            "engine",
                            Set.of(
                                    "codec",
                                    "transport",
                                    "session",
                                    "risk",
                                    "order",
                                    "market",
                                    "strategy",
                                    "view",
                                    "venue",
                                    "event",
                                    "model",
                                    "metrics",
                                    "machine")),
                    Map.entry(
                            "cli",
                            Set.of(
                                    "engine",
                                    "codec",
                                    "transport",
                                    "session",
                                    "risk",
                                    "order",
                                    "market",
                                    "strategy",
                                    "view",
                                    "venue",
                                    "event",
                                    "model",
                                    "metrics",
                                    "machine",
                                    "doctor")));

    /** Each library and the packages that it may be used in. */
    private static final Map<String, List<String>> HOMES =
            Map.of(
                    "io.netty..", List.of("transport", "venue"),
                    // the engine writes its summary with it, and reads nothing
                    "com.fasterxml.jackson..", List.of("codec", "venue", "doctor", "engine"),
                    "com.lmax.disruptor..", List.of("event"),
                    "org.HdrHistogram..", List.of("metrics"),
                    "org.jline..", List.of("view.terminal"),
                    "picocli..", List.of("cli"),
                    "com.typesafe.config..", List.of("engine"));

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
        return layers.stream().map(LayeringTest::in).toArray(String[]::new);
    }

    @Test
    void shouldKnowEveryPackage() {
        Set<String> unknown = new TreeSet<>();
        for (JavaClass each : CLASSES) {
            String rest = each.getPackageName().substring(ROOT.length());
            if (!rest.isEmpty() && !MAY_USE.containsKey(rest.substring(1).split("\\.", 2)[0])) {
                unknown.add(each.getPackageName());
            }
        }

        assertEquals(Set.of(), unknown);
    }

    @Test
    void shouldUseOnlyPackagesThatTheLadderAllows() {
        MAY_USE.forEach(
                (layer, allowed) -> {
                    List<String> ours = new ArrayList<>(allowed);
                    ours.add(layer);
                    DescribedPredicate<JavaClass> above =
                            resideInAPackage(ROOT + "..").and(resideOutsideOfPackages(in(ours)));
                    noClasses()
                            .that()
                            .resideInAPackage(in(layer))
                            .should()
                            .dependOnClassesThat(above)
                            .because(layer + " may use only " + allowed)
                            .allowEmptyShould(true)
                            .check(CLASSES);
                });
    }

    @Test
    void shouldHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
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
                                .or(DescribedPredicate.describe("primitive", LayeringTest::isBare)))
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
                .that(resideOutsideOfPackages(in(List.of("event", "codec", "session", "strategy"))))
                .should()
                .callMethodWhere(
                        DescribedPredicate.describe("a setter of a flyweight", LayeringTest::sets))
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
