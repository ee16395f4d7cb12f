package io.hayate.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class ClassStringsTest {
    private static final int KIND_OFFSET = 10; // of the first constant

    private final Set<String> kept = new HashSet<>();

    private interface Quiet extends IntSupplier {}

    @SuppressWarnings("UnusedMethod") // it is its file that is read
    private interface Spoken extends IntSupplier {
        default double twice() {
            return getAsInt() * 2.0;
        }
    }

    @SuppressWarnings("UnusedMethod") // as above
    private abstract static class Half implements Spoken {
        abstract int own(long first, double second);
    }

    @SuppressWarnings("unused") // it is its file that is read
    private static final class Named {
        private static final String PLAIN = "a string";

        static String text(int choice) {
            String umlauts = "K\u00f6ln \u20ac \u0000 \ud83d\ude00";
            return choice == 0 ? PLAIN : choice > 0 ? umlauts : "a " + choice + " b";
        }
    }

    private static byte[] file(Class<?> type) throws IOException {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        try (InputStream in = type.getResourceAsStream(name + ".class")) {
            return in.readAllBytes();
        }
    }

    private void make(byte[] file) throws IOException {
        new ClassStrings(new ByteArrayInputStream(file))
                .make(ClassStringsTest.class.getClassLoader(), kept);
    }

    @Test
    void shouldMakeTheStringsOfTheFile() throws IOException {
        make(file(Named.class));

        assertEquals(Set.of("a string", "K\u00f6ln \u20ac \u0000 \ud83d\ude00", "a ", " b"), kept);
    }

    @Test
    void shouldMakeThoseThatTheJvmTakes() throws IOException {
        make(file(Named.class));

        String made = kept.stream().filter(text -> text.startsWith("K")).findFirst().orElseThrow();
        assertSame(made, Named.text(1));
    }

    @Test
    void shouldMakeOneForEachMethodThatIsInheritedAndLeftAbstract() throws IOException {
        make(file(Half.class));

        assertEquals(
                Set.of("Method io/hayate/rehearsal/ClassStringsTest$Half.getAsInt()I is abstract"),
                kept);
    }

    @Test
    void shouldMakeThemForAnInterfaceThatHasCode() throws IOException {
        make(file(Spoken.class));

        assertEquals(
                Set.of(
                        "Method io/hayate/rehearsal/ClassStringsTest$Spoken.getAsInt()I is abstract"),
                kept);
    }

    @Test
    void shouldMakeNoneForAnInterfaceWithoutCode() throws IOException {
        make(file(Quiet.class));

        assertEquals(Set.of(), kept);
    }

    @Test
    void shouldReadEveryClassOfTheTradingPath() {
        TradingClasses.makeStrings(ClassStringsTest.class, kept);

        assertTrue(kept.contains("a string"), "the strategy's");
        assertTrue(kept.contains("a listener let an exception out"), "ours");
        assertTrue(kept.contains("Owning thread not set"), "Netty's");
        assertTrue(kept.contains("bufferSize must be a power of 2"), "the Disruptor's");
    }

    @Test
    void shouldFailWhenTheFileBreaksOff() throws IOException {
        byte[] file = file(Named.class);

        for (int length = 0; length < KIND_OFFSET + 100; length++) {
            byte[] part = Arrays.copyOf(file, length);
            assertThrows(IOException.class, () -> make(part), () -> part.length + " bytes");
        }
    }

    @Test
    void shouldFailWhenAConstantIsOfAnUnknownKind() throws IOException {
        byte[] file = file(Named.class);
        file[KIND_OFFSET] = 99;

        IOException e = assertThrows(IOException.class, () -> make(file));

        assertEquals("a constant of kind 99", e.getMessage());
    }
}
