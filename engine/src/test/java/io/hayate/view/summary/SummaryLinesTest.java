package io.hayate.view.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryLinesTest {
    private final SummaryLines lines = new SummaryLines(17);

    @Test
    void shouldKeepAPartOnOneLineWhereItFits() {
        lines.add("orders", List.of("one ".repeat(10).strip(), "two ".repeat(10).strip()));

        assertText(
                "orders            one one one one one one one one one one,",
                "                  two two two two two two two two two two");
    }

    @Test
    void shouldBreakAPartThatFitsNoLineAtABlank() {
        lines.add(
                "  refused here",
                "80: too many orders within a second: trading.orders-per-second-max");

        assertText(
                "  refused here    80: too many orders within a second:",
                "                  trading.orders-per-second-max");
    }

    @Test
    void shouldFillALineToItsLastColumn() {
        lines.add("trading", "x".repeat(60) + " y");
        lines.add("trading", "x".repeat(60) + " yy");

        assertText(
                "trading           " + "x".repeat(60) + " y",
                "trading           " + "x".repeat(60),
                "                  yy");
    }

    @Test
    void shouldNotBreakAWord() {
        lines.add("trading", "x".repeat(90));

        assertText("trading           " + "x".repeat(90));
    }

    private void assertText(String... expected) {
        assertEquals(List.of(expected), lines.toString().lines().toList());
    }
}
