package io.hayate.venue.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.Side;
import io.hayate.venue.book.LimitBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of a recorded book is others'. */
class RecordedOrdersTest {
    private static final BookShape LEVELS = new BookShape(1, false, 0, 25);
    private static final BookShape GROUPED = new BookShape(2, false, 1, 25);
    private static final BookShape ORDERS = new BookShape(3, true, 0, 25);

    private LimitBook book;
    private RecordedOrders own;

    @BeforeEach
    void begin() {
        book = new LimitBook((taker, price, units) -> 1);
        own = new RecordedOrders(book);
    }

    private long others(BookShape shape, long id, int count, long units) {
        return own.others(shape, id, Side.BUY, 100, count, units);
    }

    @Test
    void shouldLeaveOutOrdersByTheirIdsWhateverBecomesOfThem() {
        own.onOrder(7, Side.BUY, 100, 5);

        assertEquals(0, others(ORDERS, 7, 1, 5));
        assertFalse(book.isAsTold());
        assertEquals(3, others(ORDERS, 8, 1, 3));
        assertEquals(1, own.orders());
        assertEquals(0, others(ORDERS, 7, 0, 1));
        assertTrue(book.isAsTold());

        own.onOrder(7, Side.BUY, 100, 0);
        assertEquals(0, others(ORDERS, 7, 1, 5), "a late row");
    }

    @Test
    void shouldTakeOwnOrdersOffTheirLevelAlone() {
        own.onOrder(7, Side.BUY, 100, 5);
        own.onOrder(8, Side.BUY, 100, 1);
        own.onOrder(9, Side.SELL, 100, 2);
        own.onOrder(10, Side.BUY, 99, 2);

        assertEquals(14, others(LEVELS, 0, 4, 20));
        assertEquals(2, own.orders());
        assertFalse(book.isAsTold());

        own.onOrder(8, Side.BUY, 100, 0);
        assertEquals(15, others(LEVELS, 0, 3, 20));
        own.onOrder(7, Side.BUY, 100, 0);
        assertEquals(20, others(LEVELS, 0, 3, 20));
        assertTrue(book.isAsTold());
    }

    @Test
    void shouldTakeOutALevelThatIsAllOwnAndKeepOneThatDoesNotShowThemYet() {
        own.onOrder(7, Side.BUY, 100, 5);

        assertEquals(0, others(LEVELS, 0, 1, 5));
        assertEquals(0, own.orders());
        assertEquals(15, others(LEVELS, 0, 1, 20));
        assertEquals(1, own.orders(), "of others, whatever they count");
    }

    @Test
    void shouldTakeGroupedLevelsAsTheyAreAndBeginAnewWithASnapshot() {
        own.onOrder(7, Side.BUY, 100, 5);

        assertEquals(20, others(GROUPED, 0, 2, 20));
        assertTrue(book.isAsTold());
        others(LEVELS, 0, 2, 20);
        own.restart();
        assertTrue(book.isAsTold());
    }

    @Test
    void shouldWaitForTheRowOfALevelThatComesBehindTheAccount() {
        own.onOrder(7, Side.BUY, 100, 10);
        assertEquals(5, others(LEVELS, 0, 2, 15));

        assertNull(own.onOrder(7, Side.BUY, 100, 0));
        assertEquals(5, others(LEVELS, 0, 1, 5));
    }

    @Test
    void shouldSetALevelAgainWhoseRowCameBeforeTheAccount() {
        own.onOrder(7, Side.BUY, 100, 10);
        others(LEVELS, 0, 2, 15);
        assertEquals(0, others(LEVELS, 0, 1, 5), "taken for own");

        RecordedOrders.Level level = own.onOrder(7, Side.BUY, 100, 0);

        assertEquals(new RecordedOrders.Level(Side.BUY, 100, 1, 5, -10), level);
        assertEquals(5, others(LEVELS, 0, level.count(), level.units()));
        assertTrue(book.isAsTold());
    }

    @Test
    void shouldSetALevelAgainThatHadTheNextOrderBeforeTheAccount() {
        own.onOrder(7, Side.BUY, 100, 10);
        others(LEVELS, 0, 2, 15);
        others(LEVELS, 0, 3, 17);

        RecordedOrders.Level level = own.onOrder(8, Side.BUY, 100, 2);

        assertEquals(17, level.units());
        assertEquals(5, others(LEVELS, 0, level.count(), level.units()));
    }
}
