package io.hayate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.OrderStatus;
import io.hayate.model.Side;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lists of a journal: orders, and what was refused. */
class OrderListTest {
    private static final long ID = StoryRig.FIRST_ID;
    private static final long VENUE_ID = 118_833;

    @TempDir private Path root;
    private StoryRig rig;

    @BeforeEach
    void setUp() throws IOException {
        rig = StoryRig.below(root);
    }

    /** The run that sent it was killed: the next one hears of it as of somebody else's. */
    @Test
    void shouldTakeTheVenuesWordOfAnOrderOfARunBefore() {
        rig.order(ID, Side.BUY, 0.01, 9_500);
        rig.row(ID, VENUE_ID, OrderStatus.ACTIVE, 0.01, 0.01);
        rig.state(ID, VENUE_ID, OrderStatus.SUBMITTED, OrderStatus.ACTIVE, 0);
        rig.order(ID + 1, Side.BUY, 0.02, 9_500);
        rig.row(ID + 1, VENUE_ID + 1, OrderStatus.ACTIVE, 0.02, 0.02);
        rig.kill();
        rig.begin();
        rig.row(ID, VENUE_ID, OrderStatus.CANCELED, 0.01, 0.01);
        rig.row(ID + 1, VENUE_ID + 1, OrderStatus.ACTIVE, 0.02, 0.02);
        rig.end();

        assertEquals(null, rig.answers(false).orders(5));

        String list = rig.printed.toString();
        assertTrue(list.contains("BUY 0.01 BTCUSD limit at 9500: CANCELED\n"), list);
        String open = list.replaceAll("\\s+", " ");
        assertTrue(open.contains("at 9500: ACTIVE, when its run ended"), list);
        assertTrue(rig.explain("" + ID).contains("ended         2025-11-29 10:30:01.000 UTC"));
    }

    @Test
    void shouldListOrdersAndWhatWasRefused() {
        rig.filledOrder(ID, VENUE_ID);
        rig.filledOrder(ID + 1, VENUE_ID + 10);
        rig.order(ID + 2, Side.SELL, 0.5, 9_600);
        rig.refused("COLLAR", 1, rig.wanted(0, Side.BUY, 1, 20_000));
        rig.end();

        assertEquals(null, rig.answers(false).orders(1));
        String list = rig.printed.toString();
        assertTrue(
                list.startsWith(
                        """
                        11-29 10:30:00  17592186044417  BUY 0.01 BTCUSD limit at 9500: FILLED at 9500
                        11-29 10:30:01  17592186044418  SELL 0.5 BTCUSD limit at 9600: SUBMITTED, no end
                                                        yet

                        2 shown, 1 of them without an end; 1 older ones that have ended (--last), 1
                        refused (--refused)
                        """),
                list);

        assertEquals(null, rig.answers(false).refusals(5));
        assertTrue(
                rig.printed.toString().contains("BUY 1 BTCUSD limit at 20000: COLLAR"),
                rig.printed.toString());
    }
}
