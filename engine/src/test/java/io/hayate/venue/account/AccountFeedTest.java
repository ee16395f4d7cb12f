package io.hayate.venue.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.venue.base.Timeline;
import io.hayate.venue.wire.JsonText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an account is told, and when. */
class AccountFeedTest {
    private static final long START_MS = 1_764_000_000_000L;
    private static final long MS = 1_000_000;

    private final List<String> told = new ArrayList<>();
    private final Timeline timeline = new Timeline(START_MS, 0);
    private final AccountFeed feed = new AccountFeed(10, timeline);
    private final AccountFeed.Listener member =
            (type, subject, body, number) -> told.add(type + " " + body + " " + number);

    private static JsonText body(int number) {
        return new JsonText().whole(number);
    }

    private void heldBack(Runnable what) {
        feed.holdBack(true);
        what.run();
        feed.holdBack(false);
    }

    @Test
    void shouldTellAtOnceWhatAClientDid() {
        feed.join(member);

        feed.publish("on", "tBTCUSD", body(1));

        assertEquals(List.of("on 1 11"), told);
    }

    @Test
    void shouldTellAMillisecondLaterWhatTheMarketDid() {
        feed.join(member);
        JsonText row = new JsonText();
        heldBack(
                () -> {
                    feed.publish("te", "tBTCUSD", row.whole(1));
                    row.clear();
                    feed.publish("oc", "tBTCUSD", row.whole(2));
                });
        timeline.advance(START_MS, MS - 1);
        assertEquals(List.of(), told);

        timeline.advance(START_MS + 1, MS);

        assertEquals(List.of("te 1 11", "oc 2 12"), told);
        feed.publish("on", "tBTCUSD", body(3));
        assertEquals("on 3 13", told.get(2));
    }

    @Test
    void shouldKeepTheOrderOfWhatHappens() {
        feed.join(member);
        heldBack(() -> feed.publish("te", "tBTCUSD", body(1)));

        feed.tell(member, "n", "", body(2));
        heldBack(() -> feed.publish("te", "tBTCUSD", body(3)));
        feed.publish("ou", "tBTCUSD", body(4));
        heldBack(() -> feed.publish("te", "tBTCUSD", body(5)));
        feed.join((type, subject, body, number) -> told.add("newcomer"));

        assertEquals(List.of("te 1 11", "n 2 12", "te 3 13", "ou 4 14", "te 5 15"), told);
    }

    @Test
    void shouldHoldBackABoundedNumber() {
        feed.join(member);

        heldBack(
                () -> {
                    for (int i = 0; i < 5_000; i++) {
                        feed.publish("te", "tBTCUSD", body(i));
                    }
                });

        assertEquals(4_097, told.size());
        timeline.advance(START_MS + 1, MS);
        assertEquals(5_000, told.size());
        assertEquals("te 4999 5010", told.get(4_999));
    }
}
