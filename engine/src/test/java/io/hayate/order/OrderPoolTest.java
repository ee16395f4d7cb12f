package io.hayate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderStatus;
import io.hayate.outbound.OpenNumbers;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderPoolTest {
    private static final int PLACES = 3_000;
    private static final int KEPT = 1_024;

    private final Instrument instrument = Instruments.of(List.of("tBTCUSD")).get(0);
    private final OrderPool pool = new OrderPool(new OpenNumbers(PLACES), new Positions().open());
    private long number;

    private Order begin() {
        Order order = pool.free();
        assertNotNull(order);
        pool.take();
        OrderIntent intent = OrderIntent.allocate().begin(OrderOperation.NEW, 0);
        order.begin(intent.clientOrderId(++number), instrument);
        pool.onBegun(order);
        return order;
    }

    private static void end(Order order) {
        assertTrue(order.become(OrderStatus.CANCELED));
    }

    @Test
    void shouldUsePlacesAgainThatAreAtHandAndFindTheLatest() {
        for (int i = 0; i < 5 * KEPT; i++) {
            end(begin());
        }

        assertEquals(KEPT, pool.size());
        assertNull(pool.find(number - KEPT, 0));
        for (long i = number - KEPT + 1; i <= number; i++) {
            assertEquals(i, pool.find(i, 0).clientOrderId());
        }
    }

    @Test
    void shouldKeepEachThatIsOpenUntilAllPlacesAreTaken() {
        for (int i = 0; i < PLACES; i++) {
            begin();
        }

        assertNull(pool.free());
        for (long i = 1; i <= PLACES; i++) {
            assertEquals(i, pool.find(i, 0).clientOrderId());
        }
        Order done = pool.find(1_500, 0);
        end(done);
        assertSame(done, begin());
        assertNull(pool.find(1_500, 0));
        assertNull(pool.free());
    }

    /** Each ends after a while, some never: whoever is open is found, whatever came after. */
    @Test
    void shouldTakeNoPlaceOfAnOpenOrder() {
        ArrayDeque<Order> waiting = new ArrayDeque<>();
        for (int i = 0; i < 10 * PLACES; i++) {
            Order order = begin();
            if (number % 20 != 0 || number > 20 * 1_000) {
                waiting.add(order);
            }
            if (waiting.size() > 100) {
                end(waiting.poll());
            }
        }

        for (long i = 20; i <= 20 * 1_000; i += 20) {
            assertEquals(i, pool.find(i, 0).clientOrderId());
        }
    }
}
