package io.hayate.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.Health;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BookWatchTest {
    private static final long MINUTE_NS = TimeUnit.MINUTES.toNanos(1);

    private final BookWatch watch = new BookWatch();
    private long nowNs;

    /** True when a snapshot was asked for, and came. */
    private boolean resync(ResyncReason why) {
        watch.want(why);
        nowNs++;
        if (!watch.mayAsk(nowNs)) {
            return false;
        }
        watch.onAsked(nowNs);
        watch.onSnapshotStart();
        watch.onSnapshotEnd();
        return true;
    }

    private void resyncUntilNoMoreIsAllowed(ResyncReason why) {
        while (resync(why)) {
            assertEquals(0, watch.found());
        }
        assertEquals(Health.CHECKSUM_BAD, watch.found());
    }

    /** As when each amount is another, and so both sides of the book, too. */
    @Test
    void shouldStayBadUntilAChecksumPassesThoughItIsAskedForAnewForAnotherReason() {
        resyncUntilNoMoreIsAllowed(ResyncReason.CHECKSUM);
        nowNs += MINUTE_NS;

        assertTrue(resync(ResyncReason.TOO_LONG));

        assertEquals(Health.CHECKSUM_BAD, watch.found());
        watch.onChecksumPassed();
        assertEquals(0, watch.found());
    }

    @Test
    void shouldBeGoodWithTheSnapshotWhenNoChecksumHasSaidOtherwise() {
        resyncUntilNoMoreIsAllowed(ResyncReason.TOO_LONG);
        nowNs += MINUTE_NS;

        assertTrue(resync(ResyncReason.TOO_LONG));

        assertEquals(0, watch.found());
    }
}
