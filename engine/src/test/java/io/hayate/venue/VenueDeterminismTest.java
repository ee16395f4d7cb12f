package io.hayate.venue;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What the exchange may not use, so that the same seed and the same inputs at the same times give the
 * same bytes on every JDK. The room of the server is left out: sockets and clocks are its work.
 */
class VenueDeterminismTest {
    private static final String VENUE = "io.hayate.venue";
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(VENUE)
                    .that(resideOutsideOfPackage(VENUE + ".server.."));

    /** Of these nothing may be used: clocks, numbers at random, tables without an order, threads. */
    private static final Set<String> TYPES =
            Set.of(
                    "java.lang.Thread",
                    "java.lang.ThreadLocal",
                    "java.security.SecureRandom",
                    "java.time.Clock",
                    "java.util.HashMap",
                    "java.util.HashSet",
                    "java.util.Hashtable",
                    "java.util.IdentityHashMap",
                    "java.util.Random",
                    "java.util.SplittableRandom",
                    "java.util.Timer",
                    "java.util.WeakHashMap",
                    "java.util.concurrent.ConcurrentHashMap",
                    "java.util.concurrent.ThreadLocalRandom");

    /** Of these classes only these methods of floating point, which are exact everywhere. */
    private static final Set<String> EXACT_MATH =
            Set.of("abs", "ceil", "floor", "fma", "max", "min", "rint", "round", "signum", "sqrt");

    private static ArchRule rule(String what, DescribedPredicate<JavaCall<?>> call) {
        return noClasses()
                .should()
                .callCodeUnitWhere(call)
                .because(what + " is not the same in every run or on every JDK");
    }

    private static DescribedPredicate<JavaCall<?>> calls(
            String what, java.util.function.Predicate<JavaCall<?>> test) {
        return DescribedPredicate.describe(what, test);
    }

    private static boolean takesFloating(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().stream()
                .map(JavaClass::getName)
                .anyMatch(name -> name.equals("double") || name.equals("float"));
    }

    private static boolean is(JavaCall<?> call, Class<?> owner, String... names) {
        return call.getTargetOwner().isEquivalentTo(owner)
                && List.of(names).contains(call.getTarget().getName());
    }

    private static final ArchRule NO_TYPES =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            DescribedPredicate.describe(
                                    "are not the same in every run",
                                    type -> TYPES.contains(type.getName())));

    private static final ArchRule NO_CLOCKS =
            rule(
                    "the time of the system",
                    calls(
                            "read a clock or an identity",
                            call ->
                                    is(
                                                    call,
                                                    System.class,
                                                    "currentTimeMillis",
                                                    "nanoTime",
                                                    "identityHashCode",
                                                    "getenv",
                                                    "getProperty")
                                            || is(call, Object.class, "hashCode")
                                            || is(call, java.util.UUID.class, "randomUUID")
                                            || is(call, Math.class, "random")
                                            || (call.getTargetOwner()
                                                            .getPackageName()
                                                            .startsWith("java.time")
                                                    && call.getName().equals("now"))
                                            || call.getTargetOwner()
                                                    .getName()
                                                    .startsWith("org.agrona.concurrent.System")));

    private static final ArchRule NO_SALTED_ORDER =
            rule(
                    "the order of such a table",
                    calls(
                            "make a table without an order",
                            call ->
                                    is(call, Map.class, "of", "ofEntries", "copyOf")
                                            || is(call, Set.class, "of", "copyOf")
                                            || is(
                                                    call,
                                                    java.util.stream.Collectors.class,
                                                    "toMap",
                                                    "toSet",
                                                    "groupingBy",
                                                    "partitioningBy",
                                                    "toUnmodifiableMap",
                                                    "toUnmodifiableSet")));

    private static final ArchRule NO_TEXT_OF_FLOATING =
            rule(
                    "a text of floating point",
                    calls(
                            "make or read a text of floating point",
                            call ->
                                    is(call, Double.class, "toString")
                                            || is(call, Float.class, "toString")
                                            || is(call, String.class, "format", "formatted")
                                            || (is(call, BigDecimal.class, "valueOf")
                                                    && takesFloating(call))
                                            || (is(call, String.class, "valueOf")
                                                    && takesFloating(call))
                                            || (is(call, StringBuilder.class, "append")
                                                    && takesFloating(call))));

    private static final ArchRule NO_INEXACT_MATH =
            rule(
                    "what Math makes of it",
                    calls(
                            "call Math for what StrictMath is for",
                            call ->
                                    call.getTargetOwner().isEquivalentTo(Math.class)
                                            && takesFloating(call)
                                            && !EXACT_MATH.contains(call.getName())));

    private static final List<ArchRule> ALL =
            List.of(NO_TYPES, NO_CLOCKS, NO_SALTED_ORDER, NO_TEXT_OF_FLOATING, NO_INEXACT_MATH);

    @Test
    void shouldUseNothingThatIsNotTheSameInEveryRun() {
        List<String> broken = new ArrayList<>();
        for (ArchRule rule : ALL) {
            broken.addAll(
                    rule.evaluate(CLASSES.that(notSettings())).getFailureReport().getDetails());
        }

        assertEquals(List.of(), broken);
    }

    /** Settings are read, and refused, before an exchange begins. */
    private static DescribedPredicate<JavaClass> notSettings() {
        return DescribedPredicate.not(
                resideInAPackage(VENUE)
                        .and(
                                DescribedPredicate.describe(
                                        "are settings",
                                        type -> type.getSimpleName().endsWith("Config"))));
    }

    @Test
    void shouldKnowNoNettyOutsideTheServer() {
        noClasses().should().dependOnClassesThat().resideInAPackage("io.netty..").check(CLASSES);
    }

    /** One of each kind that the rules are to find. */
    @SuppressWarnings("unused")
    private static final class Unpredictable {
        private final Map<String, String> table = new HashMap<>();

        long time() {
            return System.nanoTime() + new Random().nextInt();
        }

        String text(double value) {
            return "value " + value + Math.sin(value) + Set.of(value);
        }
    }

    @Test
    void shouldFindEachKindOfWhatIsForbidden() {
        JavaClasses bad = new ClassFileImporter().importClasses(Unpredictable.class);

        for (ArchRule rule : ALL) {
            assertThrows(AssertionError.class, () -> rule.check(bad), rule.getDescription());
        }
    }
}
