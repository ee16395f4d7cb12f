package io.hayate.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class OpenNumbersTest {
    private static final int ORDERS = 200_000;

    private final OpenNumbers numbers = new OpenNumbers(2);

    private List<String> open() {
        List<String> open = new ArrayList<>();
        numbers.forEach((ours, venues, day) -> open.add(ours + " " + venues + " " + day));
        return open;
    }

    @Test
    void shouldShowWhatIsOpenWithWhatTheVenueHasTold() {
        assertEquals(List.of(), open());
        numbers.begin(1, 7, 0, 20_000);
        assertEquals(List.of("7 0 20000"), open());
        numbers.orderId(1, 99);
        numbers.epochDay(1, 20_001);
        assertEquals(List.of("7 99 20001"), open());
        numbers.end(1);
        assertEquals(List.of(), open());
    }

    @Test
    void shouldShowNothingOfTheOrderThatHadThePlaceBefore() {
        numbers.begin(0, 7, 99, 20_000);
        numbers.begin(0, 8, 0, 20_001);
        assertEquals(List.of("8 0 20001"), open());
    }

    @Test
    void shouldShowAnotherThreadNoOrderWithNumbersOfAnother() throws InterruptedException {
        AtomicBoolean isOver = new AtomicBoolean();
        List<String> mixed = new ArrayList<>();
        Thread reader = new Thread(() -> read(isOver, mixed));
        reader.start();
        for (long i = 1; i <= ORDERS; i++) {
            numbers.begin(0, i, 0, i + 1);
            numbers.orderId(0, i + 2);
            numbers.end(0);
        }
        isOver.set(true);
        reader.join();

        assertTrue(mixed.isEmpty(), mixed::toString);
    }

    private void read(AtomicBoolean isOver, List<String> mixed) {
        while (!isOver.get()) {
            numbers.forEach(
                    (ours, venues, day) -> {
                        if ((venues != 0 && venues != ours + 2) || day != ours + 1) {
                            mixed.add(ours + " " + venues + " " + day);
                        }
                    });
        }
    }
}
