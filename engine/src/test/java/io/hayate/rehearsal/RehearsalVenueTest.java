package io.hayate.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.EngineRig;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Clocks;
import io.hayate.model.MarketChannel;
import io.hayate.venue.VenueConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.agrona.concurrent.SystemEpochClock;
import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class RehearsalVenueTest {
    private static final Clocks CLOCKS =
            new Clocks(SystemNanoClock.INSTANCE, SystemEpochClock.INSTANCE);
    private static final List<ChannelSpec> CHANNELS = RehearsedChannels.ofAllForms(List.of());
    private static final List<String> NAMES =
            List.of(
                    "ticker fUSD",
                    "trades BTCUSD",
                    "trades fUSD",
                    "book BTCUSD",
                    "book BTCUSD R0",
                    "book fUSD",
                    "book fUSD R0",
                    "candles 1m BTCUSD",
                    "status BTCF0:USTF0",
                    "status liquidations");

    @TempDir private Path state;

    private static RehearsalVenue venue(boolean hearsFlags) throws IOException {
        return new RehearsalVenue(RehearsalVenue.config(CHANNELS), hearsFlags, CLOCKS);
    }

    private EngineRig rig(RehearsalVenue venue, RehearsalActor actor, boolean bulk) {
        Map<String, Object> settings =
                Map.of(
                        "subscriptions.tickers",
                        List.of("tBTCUSD"),
                        "subscriptions.channels",
                        NAMES,
                        "market.bulk-updates",
                        bulk,
                        "trading.orders-per-second-max",
                        "off",
                        "trading.open-orders-max",
                        "off");
        return new EngineRig(venue.url(), state, settings, actor);
    }

    @ParameterizedTest
    @CsvSource({"true, false, 0", "true, true, 1", "false, false, 2"})
    void shouldTellAllFormsOfChannelsAndAnswerOrders(boolean hearsFlags, boolean bulk, int act)
            throws Exception {
        RehearsalActor actor = RehearsalActor.of(act);
        try (RehearsalVenue venue = venue(hearsFlags);
                EngineRig rig = rig(venue, actor, bulk)) {
            rig.await(() -> actor.answered() >= 3_000, "answered");

            assertEquals(0, rig.count(Counter.FRAMES_MALFORMED));
            assertEquals(0, rig.count(Counter.FRAMES_UNKNOWN));
            assertEquals(0, rig.count(Counter.TYPES_UNKNOWN));
            assertEquals(0, rig.count(Counter.SEQUENCE_GAPS));
            assertEquals(0, rig.count(Counter.ORDERS_REJECTED));
            assertTrue(rig.count(Counter.FILLS) >= 3_000 / 4 * 3 - 8, "the others are canceled");
            assertEquals(CHANNELS.size(), rig.engine.channels().count());
            for (MarketChannel channel : all(rig)) {
                assertTold(rig, channel, hearsFlags);
            }
        }
    }

    private static List<MarketChannel> all(EngineRig rig) {
        return IntStream.range(0, rig.engine.channels().count())
                .mapToObj(rig.engine.channels()::get)
                .toList();
    }

    private static void assertTold(EngineRig rig, MarketChannel channel, boolean hearsFlags) {
        String name = channel.displayName();
        assertTrue(figure(rig, channel, Figure.FRAMES) > 100, name);
        assertEquals(hearsFlags, figure(rig, channel, Figure.LAST_SEQUENCE) > 0, name);
        if (channel.kind() == Channel.BOOK && !channel.isFunding()) {
            boolean right = figure(rig, channel, Figure.CHECKSUMS_PASSED) > 10;
            boolean wrong = figure(rig, channel, Figure.CHECKSUMS_FAILED) > 0;
            boolean anew = figure(rig, channel, Figure.RESYNCS) > 0;
            assertEquals(List.of(hearsFlags, hearsFlags), List.of(right, wrong), name);
            assertTrue(anew || !hearsFlags, name);
        }
    }

    private static long figure(EngineRig rig, MarketChannel channel, Figure figure) {
        return rig.engine.statistics().get(channel.id(), figure);
    }

    @Test
    void shouldBeGoneOnceItsClientIs() throws Exception {
        try (RehearsalVenue venue = venue(true)) {
            try (EngineRig rig = rig(venue, RehearsalActor.of(0), false)) {
                rig.awaitLive();
            }

            while (!venue.isGone()) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void shouldEndWhenNobodyComes() throws Exception {
        RehearsalVenue venue = venue(true);

        venue.close();

        assertTrue(venue.isGone());
    }

    @Test
    void shouldEndWhenItsClientSaysNothing() throws Exception {
        RehearsalVenue venue = venue(true);
        Socket client = new Socket(InetAddress.getLoopbackAddress(), venue.url().getPort());

        venue.close();

        assertTrue(venue.isGone());
        client.close();
    }

    @Test
    void shouldEndInTheMiddleOfASession() throws Exception {
        RehearsalVenue venue = venue(true);
        try (EngineRig rig = rig(venue, RehearsalActor.of(0), false)) {
            rig.awaitLive();

            venue.close();

            assertTrue(venue.isGone());
        }
    }

    @Test
    void shouldSayWhenItCannotListen() throws Exception {
        try (RehearsalVenue other = venue(true)) {
            VenueConfig taken = RehearsalVenue.config(CHANNELS).withPort(other.url().getPort());

            assertThrows(IOException.class, () -> new RehearsalVenue(taken, true, CLOCKS));
        }
    }
}
