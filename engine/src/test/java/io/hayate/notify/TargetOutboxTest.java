package io.hayate.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.Clocks;
import io.hayate.news.News;
import io.hayate.news.NewsKind;
import io.hayate.news.NewsLevel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TargetOutboxTest {
    private static final int WINDOW_MS = 2_000;
    private static final int PER_MINUTE = 3;
    private static final NotifyTarget TARGET =
            new NotifyTarget("desk", TargetKind.NTFY, "https://x/y", "", List.of(), "", 1_000);
    private static final NotifyConfig CONFIG =
            new NotifyConfig("Hayate", WINDOW_MS, PER_MINUTE, List.of(TARGET), List.of());

    private final List<String> sent = new ArrayList<>();
    private final Deque<Delivery> answers = new ArrayDeque<>(); // then all is taken
    private final List<String> told = new ArrayList<>();
    private long nowMs;
    private final Clocks clocks =
            new Clocks(() -> TimeUnit.MILLISECONDS.toNanos(nowMs), () -> nowMs);
    private final TargetOutbox outbox =
            new TargetOutbox(CONFIG, TARGET, this::send, clocks, told::add);

    private Delivery send(NotifyMessage message) {
        sent.add(message.text());
        return answers.isEmpty() ? Delivery.DONE : answers.poll();
    }

    private void say(NewsKind kind, String text) {
        outbox.offer(News.of(kind, NewsLevel.INFO, text));
    }

    private void fill(String text) {
        say(NewsKind.FILL, text);
    }

    private void work() {
        while (outbox.doWork()) {
            // until nothing is due
        }
    }

    private void workAfter(long ms) {
        nowMs += ms;
        work();
    }

    @Test
    void shouldMakeOneMessageOfWhatComesWithinTheWindow() {
        fill("one");
        work();
        workAfter(WINDOW_MS - 1);
        fill("two");
        work();
        assertEquals(List.of(), sent);

        workAfter(1);

        assertEquals(List.of("one\ntwo"), sent);
    }

    @Test
    void shouldSayHowManyMoreThereWereWhenManyComeAtOnce() {
        for (int i = 0; i < 22; i++) {
            fill("fill " + i);
        }
        work();
        workAfter(WINDOW_MS);

        assertEquals(1, sent.size());
        assertTrue(sent.get(0).startsWith("fill 0\nfill 1\n"), sent.get(0));
        assertTrue(sent.get(0).endsWith("\nfill 9\nand 12 more"), sent.get(0));
    }

    @Test
    void shouldNotWaitAndBeInTheMessageWhenItIsUrgent() {
        for (int i = 0; i < 22; i++) {
            fill("fill " + i);
        }
        say(NewsKind.KILL, "trading is halted");
        work();

        assertEquals(1, sent.size());
        assertTrue(sent.get(0).contains("trading is halted\nand 13 more"), sent.get(0));
    }

    @Test
    void shouldGatherWhatIsBeyondTheRate() {
        for (int i = 0; i < 5; i++) {
            say(NewsKind.UNKNOWN, "unknown " + i);
            work();
        }
        assertEquals(List.of("unknown 0", "unknown 1", "unknown 2"), sent);

        workAfter(59_999);
        assertEquals(3, sent.size());
        workAfter(1);

        assertEquals("unknown 3\nunknown 4", sent.get(3));
    }

    @Test
    void shouldTryAgainLaterEachTimeAndThenGiveUp() {
        for (int i = 0; i < 7; i++) {
            answers.add(Delivery.later("503"));
        }
        fill("lost");
        work();
        workAfter(WINDOW_MS);
        List<Long> at = new ArrayList<>(List.of(nowMs));
        while (sent.size() < 6) {
            int before = sent.size();
            workAfter(500);
            if (sent.size() > before) {
                at.add(nowMs);
            }
        }

        assertEquals(List.of(2_000L, 3_000L, 5_000L, 9_000L, 17_000L, 33_000L), at);
        workAfter(600_000);
        assertEquals(6, sent.size());
        answers.clear();
        fill("here");
        work();
        workAfter(WINDOW_MS);
        assertEquals("here\n1 before could not be delivered", sent.get(6));
        assertEquals(
                List.of(
                        "notifications: desk (ntfy) takes no messages: 503",
                        "notifications: desk (ntfy) takes messages again"),
                told);
    }

    @Test
    void shouldLeaveTheTargetAloneForAsLongAsItAsks() {
        answers.add(new Delivery(Delivery.Outcome.LATER, "429", 20_000));
        fill("one");
        work();
        workAfter(WINDOW_MS);
        workAfter(19_999);
        assertEquals(1, sent.size());
        workAfter(1);

        assertEquals(List.of("one", "one"), sent);
        assertEquals(List.of(), told); // one attempt may fail
    }

    @Test
    void shouldNotWaitForHoursWhenTheTargetAsksForThem() {
        answers.add(new Delivery(Delivery.Outcome.LATER, "429", 86_400_000));
        fill("one");
        work();
        workAfter(WINDOW_MS);
        workAfter(300_000);

        assertEquals(2, sent.size());
    }

    @Test
    void shouldGiveUpAtOnceWhenTheTargetRefuses() {
        answers.add(Delivery.refused("401"));
        fill("one");
        fill("two");
        work();
        workAfter(WINDOW_MS);
        workAfter(600_000);
        fill("three");
        work();
        workAfter(WINDOW_MS);

        assertEquals(List.of("one\ntwo", "three\n2 before could not be delivered"), sent);
        assertEquals("notifications: desk (ntfy) takes no messages: 401", told.get(0));
    }

    @Test
    void shouldGoOnWhenASenderThrows() {
        TargetOutbox broken =
                new TargetOutbox(
                        CONFIG,
                        TARGET,
                        message -> {
                            throw new IllegalArgumentException("https://x/the-token");
                        },
                        clocks,
                        told::add);
        broken.offer(News.of(NewsKind.KILL, NewsLevel.ERROR, "halted"));
        broken.doWork();

        assertTrue(broken.isEmpty());
        assertEquals(
                List.of("notifications: desk (ntfy) takes no messages: IllegalArgumentException"),
                told);
    }

    @Test
    void shouldCountWhatFindsNoRoomWhileOneAttemptLasts() {
        for (int i = 0; i < 1_100; i++) {
            fill("fill " + i);
        }
        work();
        workAfter(WINDOW_MS);

        assertTrue(
                sent.get(0).endsWith("\nand 1014 more\n76 before could not be delivered"),
                sent.get(0));
    }

    @Test
    void shouldSendAllAtOnceAndTryInAHurryWhenItEnds() {
        for (int i = 0; i < PER_MINUTE; i++) {
            say(NewsKind.UNKNOWN, "unknown");
            work();
        }
        fill("one");
        say(NewsKind.END, "it ended");
        answers.add(Delivery.later("503"));
        outbox.end();
        work();
        assertFalse(outbox.isEmpty());
        workAfter(250);

        assertEquals("one\nit ended", sent.get(PER_MINUTE + 1));
        assertTrue(outbox.isEmpty());
    }

    @Test
    void shouldTellAPersonWhatNeverArrivedWhenItEnds() {
        answers.add(Delivery.later("503"));
        fill("one");
        say(NewsKind.END, "it ended");
        outbox.end();
        work();
        fill("two");
        outbox.close();

        assertEquals(List.of("notifications: 3 pieces of news never arrived at desk (ntfy)"), told);
    }
}
