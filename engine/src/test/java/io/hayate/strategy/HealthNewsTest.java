package io.hayate.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.MarketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person is told of a book that is found wrong where it is kept. */
class HealthNewsTest {
    private static final String CROSSED =
            "EVENT channel 0 live then crossed: best bid at or over best ask for over a second";

    private static final String BOOK_TEXT = "100:2:101:-3";

    private final RunnerRig rig = new RunnerRig(new RecordingStrategy()).bare();
    private final MarketFeed feed = new MarketFeed(rig);
    private final MarketChannel book = feed.channel(ChannelSpec.book("tBTCUSD"));

    @BeforeEach
    void openBook() {
        feed.snapshot(book, new double[] {100, 1, 2}, new double[] {101, 1, -3});
        rig.notices();
    }

    private void cross() {
        feed.level(book, 102, 1, 1);
        feed.endBurst(book);
        rig.tick(500);
        assertEquals(List.of(), rig.notices());
        rig.tick(600);
    }

    @Test
    void shouldTellOnceThatABookIsCrossedAndOnceThatItIsNoMore() {
        cross();
        rig.tick(5_000);
        assertEquals(List.of(CROSSED), rig.notices());

        feed.level(book, 102, 0, 1);
        feed.endBurst(book);

        assertEquals(List.of("EVENT channel 0 crossed then live"), rig.notices());
    }

    @Test
    void shouldNotCallABookLiveThatIsFoundWrongWhenTheSessionDoes() {
        feed.status(book, Health.STALE);
        rig.notices();
        cross();
        feed.status(book, Health.LIVE);

        assertEquals(
                List.of(
                        "EVENT channel 0 stale then stale crossed:"
                                + " best bid at or over best ask for over a second",
                        "EVENT channel 0 crossed then crossed: tested"),
                rig.notices());
    }

    @Test
    void shouldTellWhenChecksumsStayWrongAndWhenOneIsRight() {
        for (int i = 0; i < 3; i++) {
            feed.checksum(book, 12_345);
            assertEquals(List.of(), rig.notices());
            feed.snapshot(book, new double[] {100, 1, 2}, new double[] {101, 1, -3});
        }

        feed.checksum(book, 12_345);
        assertEquals(
                List.of(
                        "EVENT channel 0 live then checksum-bad:"
                                + " wrong still after three fresh snapshots in a minute"),
                rig.notices());
        feed.checksum(book, right());

        assertEquals(List.of("EVENT channel 0 checksum-bad then live"), rig.notices());
    }

    private static int right() {
        CRC32 crc = new CRC32();
        crc.update(BOOK_TEXT.getBytes(StandardCharsets.US_ASCII));
        return (int) crc.getValue();
    }
}
