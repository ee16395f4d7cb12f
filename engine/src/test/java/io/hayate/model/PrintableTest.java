package io.hayate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void shouldShowControlCharactersWhenTextHoldsThem() {
        assertEquals("a\\u001b[2Jb\\u0007\\u000d\\u000a", Printable.line("a\033[2Jb\007\r\n"));
        assertEquals("\\u007f\\u009b31m", Printable.line("\u007f\u009b31m"));
    }

    @Test
    void shouldShowCharactersThatTurnTextAroundWhenTextHoldsThem() {
        assertEquals("x\\u202ey\\u2028", Printable.line("x\u202ey\u2028"));
    }

    @Test
    void shouldShowHalfOfCharacterWhenOtherHalfIsMissing() {
        assertEquals("\\ud83d", Printable.line("\ud83d"));
    }

    @Test
    void shouldKeepLettersOfAnyScriptWhenTheyAreHarmless() {
        assertEquals("Größe 疾風 \ud83d\ude00", Printable.line("Größe 疾風 \ud83d\ude00"));
    }

    @Test
    void shouldKeepLineFeedsWhenTextIsSeveralLines() {
        assertEquals("a\nb\\u0009c", Printable.lines("a\nb\tc"));
    }

    @Test
    void shouldKeepTextOfExceptionOnItsLineWhenTraced() {
        Exception cause = new IllegalStateException("b\033]0;x\007\nCaused by: forged");
        Exception thrown = new IllegalArgumentException("a\r\n    at forged", cause);
        thrown.setStackTrace(new StackTraceElement[] {frame("one"), frame("two")});
        cause.setStackTrace(new StackTraceElement[] {frame("x\u202ey")});

        assertEquals(
                "java.lang.IllegalArgumentException: a\\u000d\\u000a    at forged\n"
                        + "    at Strange.one(Strange.java:1)\n"
                        + "Caused by: java.lang.IllegalStateException:"
                        + " b\\u001b]0;x\\u0007\\u000aCaused by: forged\n"
                        + "    at Strange.x\\u202ey(Strange.java:1)",
                Printable.trace(thrown, 1));
    }

    private static StackTraceElement frame(String method) {
        return new StackTraceElement("Strange", method, "Strange.java", 1);
    }

    @Test
    void shouldEndTraceWhenCausesFormCircle() {
        Exception first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));

        assertEquals(8, Printable.trace(first, 0).lines().count());
    }

    @Test
    void shouldEscapeAsJsonDoesWhenTextIsJson() {
        assertEquals(
                "{\"a\":\"\\u009b\\u007f\\u202e\\udb40\\udc01疾\"}\n",
                Printable.json("{\"a\":\"\u009b\u007f\u202e\udb40\udc01疾\"}\n"));
    }
}
