package io.hayate.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.ConfigException;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.exchange.FaultControls;
import io.hayate.venue.server.VenueClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@Venue(faults = {"lost-ack every=2", "../config/faults/half-open.conf"})
class VenueExtensionTest {
    private static final String GREETING = "{\"event\":\"info\",\"version\":2,";

    @Test
    void shouldGiveTheVenueOfTheClass(TestVenue venue, TestVenue same) throws Exception {
        assertSame(venue, same);
        assertEquals(
                List.of("lost-ack every=2", "half-open from=30s lasts=60s"),
                venue.faults().stream().map(FaultControls.Entry::rule).toList());
        try (VenueClient client = VenueClient.open(venue.url())) {
            assertTrue(client.next().startsWith(GREETING));
            assertEquals(1, venue.totals().clients());
            assertTrue(venue.news().get(0).startsWith("client 1 connected from 127.0.0.1:"));
        }
    }

    @Test
    @Venue(chaos = 42, seed = 3)
    void shouldGiveTheVenueOfTheTestWhereItSaysAnother(TestVenue venue) {
        assertTrue(venue.faults().size() > 10);
        venue.clearFaults();
        assertEquals(List.of(), venue.faults());
    }

    @Test
    void shouldTellProgramsWhereItIs(TestVenue venue) {
        assertEquals(venue.url().toString(), venue.environment().get("VENUE_WS_URL"));
        assertEquals(
                URI.create(venue.environment().get("VENUE_REST_URL")).getPort(),
                venue.url().getPort());
        assertEquals("demo-key", venue.environment().get("BFX_API_KEY"));
        assertNotEquals(venue.key(), venue.secondKey());
        assertNotEquals(venue.secret(), venue.secondSecret());
    }

    @Test
    @Venue(seed = 9)
    void shouldGiveTheSameFramesForTheSameSeed(VirtualVenue venue) {
        VirtualVenue other = VirtualVenue.at(1_764_000_000_000L, VenueConfig.DEFAULTS.withSeed(9));
        String subscribe = "{\"event\":\"subscribe\",\"channel\":\"book\",\"symbol\":\"tBTCUSD\"}";

        List<String> frames = framesOf(venue, subscribe);

        assertEquals(frames, framesOf(other, subscribe));
        assertTrue(frames.size() > 100);
        assertEquals(List.of(), venue.findings());
    }

    private static List<String> framesOf(VirtualVenue venue, String request) {
        VirtualVenue.Client client = venue.connect().send(request);
        venue.advance(Duration.ofSeconds(20));
        return client.take();
    }

    @Test
    void shouldSayWhatIsWrongWithAFault() {
        assertThrows(
                ConfigException.class,
                () -> TestVenue.start(VenueConfig.DEFAULTS, "no-such-fault"));
    }
}
