package io.hayate.venue.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import io.hayate.venue.server.VenueClient;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusFeedTest {
    private SimulatedVenue venue;
    private VenueClient client;

    @BeforeEach
    void connect() throws Exception {
        venue = SimulatedVenue.start(VenueConfig.DEFAULTS.withTickersPerSecond(0));
        client = VenueClient.connect(venue);
    }

    @AfterEach
    void close() {
        client.close();
        venue.close();
    }

    @Test
    void shouldSendRowsOfTwentyThreeThatChangeEveryThirdTime() throws Exception {
        String answer = subscribe("deriv:tBTCF0:USTF0");
        String first = client.next();
        List<String> more = client.next(3);

        assertTrue(
                answer.matches(
                        "\\{\"event\":\"subscribed\",\"channel\":\"status\",\"chanId\":\\d+,"
                                + "\"key\":\"deriv:tBTCF0:USTF0\"\\}"));
        assertEquals(24, first.split(",", -1).length);
        assertTrue(first.endsWith(",null,null,null,0.0005,0.0025]]"), first);
        assertEquals(List.of(first, first), more.subList(0, 2));
        assertNotEquals(first, more.get(2));
    }

    @Test
    void shouldStaySilentWhenContractIsUnknown() throws Exception {
        for (String key : List.of("deriv:tNOPEF0:USTF0", "deriv:tBTCUSD", "nope")) {
            client.send(request(key));
            assertEquals(List.of(), client.framesBeforePong());
        }
    }

    @Test
    void shouldTellLiquidationAgainAndAtLastItsPrice() throws Exception {
        String answer = subscribe("liq:global");
        venue.controls().liquidate("tBTCF0:USTF0");

        String first = client.next();
        String last = client.next();
        while (!last.contains(",null,1,")) {
            last = client.next();
        }

        assertTrue(answer.endsWith(",\"key\":\"liq:global\"}"), answer);
        assertTrue(
                first.matches(
                        "\\[\\d+,\\[\\[\"pos\",\\d+,\\d{13},null,\"tBTCF0:USTF0\",[-.e0-9]+,"
                                + "[.0-9]+,null,0,[01],null,null\\]\\]\\]"),
                first);
        assertTrue(last.matches(".*,null,1,[01],null,[.0-9]+\\]\\]\\]"), last);
        assertEquals(first.split(",", -1)[2], last.split(",", -1)[2]);
    }

    @Test
    void shouldLiquidateNothingThatIsNotListed() throws Exception {
        subscribe("liq:global");

        venue.controls().liquidate("tNOPEF0:USTF0");

        assertEquals(List.of(), client.framesBeforePong());
    }

    private String subscribe(String key) throws Exception {
        return client.send(request(key)).next();
    }

    private static String request(String key) {
        return "{\"event\":\"subscribe\",\"channel\":\"status\",\"key\":\"" + key + "\"}";
    }
}
