package io.hayate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.agrona.concurrent.EpochClock;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.SystemEpochClock;
import org.junit.jupiter.api.Test;

/** What the rules of {@link LayeringTest} are made of finds what it is to find. */
class LayeringRulesTest {
    private static final List<Class<?>> FIXTURES =
            List.of(
                    ByCall.class,
                    ByReference.class,
                    ByInstant.class,
                    ByDate.class,
                    ByAgrona.class,
                    Given.class);

    @Test
    void shouldFindTypesInCirclesAndNoneThatOnlyPointsAtOne() {
        Map<String, Set<String>> mentions =
                Map.of(
                        "Session", Set.of("Health", "String"),
                        "Health", Set.of("Board", "Health"),
                        "Board", Set.of("Session"),
                        "Engine", Set.of("Session", "Engine"),
                        "Config", Set.of());

        assertEquals(Set.of("Session", "Health", "Board"), TypeCircles.inCircles(mentions));
    }

    @Test
    void shouldTellWhatIsNewAndWhatIsGoneAndWhatHasChanged() {
        ExceptionList exceptions =
                ExceptionList.of(
                        """
                        codec | 2 types | reason
                        event | 3 types | reason
                        order | 4 types | reason
                        """);

        List<String> differences =
                exceptions.differences(
                        Map.of("codec", "2 types", "event", "2 types", "venue", "9 types"));

        assertEquals(
                List.of(
                        "event: the list has 3 types, the sources have 2 types",
                        "order: the list has 4 types, the sources have nothing",
                        "venue: the list has nothing, the sources have 9 types"),
                differences);
    }

    @Test
    void shouldRefuseAnExceptionWithoutAReason() {
        assertThrows(AssertionError.class, () -> ExceptionList.of("codec | 2 types | "));
    }

    @Test
    void shouldRefuseARoomThatUsesOneBelowIt() {
        assertThrows(
                AssertionError.class,
                () ->
                        RoomLadder.of(
                                """
                                codec | event
                                event |
                                """));
    }

    @Test
    void shouldFindEachWayToReadAClockOfTheSystem() {
        Set<String> readers = new TreeSet<>();
        for (JavaClass each : new ClassFileImporter().importClasses(FIXTURES)) {
            if (ClockReaders.isReader(each)) {
                readers.add(each.getSimpleName());
            }
        }

        assertEquals(Set.of("ByCall", "ByReference", "ByInstant", "ByDate", "ByAgrona"), readers);
    }

    static final class ByCall {
        long timeMs() {
            return System.currentTimeMillis();
        }
    }

    static final class ByReference {
        NanoClock clock() {
            return System::nanoTime;
        }
    }

    static final class ByInstant {
        Instant time() {
            return Instant.now();
        }
    }

    @SuppressWarnings("JavaUtilDate") // which is what is looked for
    static final class ByDate {
        long timeMs() {
            return new Date().getTime();
        }
    }

    static final class ByAgrona {
        EpochClock clock() {
            return SystemEpochClock.INSTANCE;
        }
    }

    static final class Given {
        long timeMs(EpochClock clock) {
            return Instant.ofEpochMilli(clock.time()).toEpochMilli();
        }
    }
}
