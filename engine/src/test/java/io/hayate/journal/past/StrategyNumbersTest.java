package io.hayate.journal.past;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrategyNumbersTest {
    private static Map<String, Integer> of(
            List<String> running, Map<String, Integer> kept, String... known) {
        return StrategyNumbers.of(running, kept, new LinkedHashSet<>(List.of(known)));
    }

    @Test
    void shouldNumberThemInTheirOrder() {
        assertEquals(Map.of("a", 1, "b", 2), of(List.of("a", "b"), Map.of()));
    }

    @Test
    void shouldKeepTheNumberThatOpenOrdersBear() {
        assertEquals(Map.of("a", 3, "b", 1), of(List.of("a", "b"), Map.of("a", 3)));
    }

    @Test
    void shouldGiveNobodyTheNumberOfOpenOrdersOfAnother() {
        assertEquals(Map.of("a", 2, "b", 3), of(List.of("a", "b"), Map.of("gone", 1)));
    }

    @Test
    void shouldNumberThoseThatRunNoMoreBehindTheOthers() {
        assertEquals(
                Map.of("a", 1, "b", 2, "gone", 3),
                of(List.of("a", "b"), Map.of(), "b", "gone", "a"));
    }

    @Test
    void shouldKeepTheNumberOfOneThatRunsNoMoreToo() {
        assertEquals(Map.of("a", 2, "gone", 1), of(List.of("a"), Map.of("gone", 1), "gone"));
    }

    @Test
    void shouldLeaveOutThoseThatThereIsNoNumberFor() {
        List<String> all = IntStream.range(0, 255).mapToObj(i -> "s" + i).toList();
        Map<String, Integer> numbers = of(all, Map.of("gone", 7), "gone");

        assertFalse(numbers.containsKey("gone"));
        Set<Integer> each = new TreeSet<>(numbers.values());
        assertEquals(255, each.size());
        assertEquals(1, each.iterator().next());
    }
}
