package io.hayate.view.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.event.ChannelStatus;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.view.terminal.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class ChannelNewsLinesTest {
    private static final long HALF_SECOND_NS = 500_000_000;

    private final Instruments instruments = Instruments.of(List.of());
    private final MarketChannels channels = new MarketChannels();
    private final ChannelNewsLines news = new ChannelNewsLines(channels);
    private long nowNs;

    ChannelNewsLinesTest() {
        for (int i = 0; i < 24; i++) {
            channels.register(ChannelSpec.book("tA" + (char) ('A' + i) + "AUSD"), instruments);
        }
    }

    @Test
    void shouldSayNothingWhenChannelComesForTheFirstTime() {
        put(0, Health.OFF, Health.RESYNCING, "subscribed");
        put(0, Health.RESYNCING, Health.LIVE, "");

        assertEquals("", told());
    }

    @Test
    void shouldTellOnceEachWhenChannelIsLostAndLiveAgain() {
        put(0, Health.OFF, Health.LIVE, "");
        put(0, Health.LIVE, Health.RESYNCING, "checksum differed");
        String lost = told();
        put(0, Health.RESYNCING, Health.LIVE, "");

        assertEquals("book AAAUSD P0 F0 25 resyncing - checksum differed\n", lost);
        assertEquals("book AAAUSD P0 F0 25 live again\n", told());
        assertEquals("", told());
    }

    @Test
    void shouldTellThatABookIsWrongWhenItWasNotWellBefore() {
        put(0, Health.OFF, Health.RESYNCING, "asked for");
        put(0, Health.RESYNCING, Health.RESYNCING | Health.CHECKSUM_BAD, "wrong still");
        String bad = told();
        put(0, Health.CHECKSUM_BAD, Health.CHECKSUM_BAD, "it tells its data again");
        put(0, Health.CHECKSUM_BAD, Health.LIVE, "");

        assertEquals("book AAAUSD P0 F0 25 resyncing checksum-bad - wrong still\n", bad);
        assertEquals("book AAAUSD P0 F0 25 live again\n", told());
    }

    @Test
    void shouldTellOneLineWhenManyChange() {
        for (int id = 0; id < 24; id++) {
            put(id, Health.LIVE, Health.RESYNCING, "connection lost");
        }

        assertEquals("24 channels resyncing - connection lost\n", told());
    }

    @Test
    void shouldKeepFewLinesWhenEachHasAnotherReason() {
        for (int i = 0; i < 1_000; i++) {
            put(i % 24, Health.LIVE, Health.STALE, "reason " + i);
        }

        List<String> lines = told().lines().toList();
        assertEquals(33, lines.size());
        assertEquals("968 channels changed - channels says how", lines.get(32));
    }

    private void put(int id, int before, int health, String why) {
        Event event = Samples.event(0, EventType.CHANNEL_STATUS).channelId(id).health(health);
        new ChannelStatus().wrap(event).previousHealth(before).code(0).text(why);
        news.put(event);
    }

    private String told() {
        List<AttributedString> lines = new ArrayList<>();
        news.flush(nowNs, (line, isWell, channel) -> lines.add(line));
        assertEquals(List.of(), lines, "it gathers first");
        nowNs += HALF_SECOND_NS;
        news.flush(nowNs, (line, isWell, channel) -> lines.add(line));
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
