package io.hayate.venue.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import io.hayate.venue.server.VenueClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscribeRequestTest {
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"symbol\":\"tBTCUSD\" | P0 | F0 | 25",
                "\"pair\":\"tBTCUSD\",\"prec\":\"P0\",\"len\":\"25\" | P0 | F0 | 25",
                "\"symbol\":\"BTCUSD\",\"len\":100 | P0 | F0 | 100",
                "\"symbol\":\"tBTCUSD\",\"prec\":\"P4\",\"freq\":\"F1\",\"len\":\"250\" | P4 | F1 | 250",
                "\"symbol\":\"tBTCUSD\",\"prec\":\"R0\",\"freq\":\"F1\",\"len\":1 | R0 | F0 | 1",
                "\"symbol\":\"tBTCUSD\",\"prec\":null,\"len\":null | P0 | F0 | 25"
            })
    void shouldFillInWhatABookRequestLeavesOut(
            String keys, String precision, String frequency, String length) throws Exception {
        assertEquals(
                "{\"event\":\"subscribed\",\"channel\":\"book\",\"chanId\":N,\"symbol\":\"tBTCUSD\","
                        + "\"prec\":\"%s\",\"freq\":\"%s\",\"len\":\"%s\",\"subId\":\"a1\",\"pair\":\"BTCUSD\"}"
                                .formatted(precision, frequency, length),
                book(keys + ",\"subId\":\"a1\"").replaceAll("Id\":\\d+", "Id\":N"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"prec\":\"P5\" | precision: invalid",
                "\"prec\":0 | precision: invalid",
                "\"freq\":\"F2\" | frequency: invalid",
                "\"len\":\"50\" | length: invalid",
                "\"len\":0 | length: invalid",
                "\"len\":4294967297 | length: invalid",
                "\"len\":\"x\" | length: invalid"
            })
    void shouldEchoRequestWhenBookCannotBe(String keys, String message) throws Exception {
        assertEquals(
                "{\"channel\":\"book\",\"symbol\":\"tBTCUSD\",%s,\"event\":\"error\",\"msg\":\"%s\","
                                .formatted(keys, message)
                        + "\"code\":10300,\"pair\":\"BTCUSD\"}",
                book("\"symbol\":\"tBTCUSD\"," + keys));
    }

    @Test
    void shouldCallBooksThatDifferInNothingThatIsToldTheSame() throws Exception {
        String first = book("\"symbol\":\"tBTCUSD\",\"prec\":\"R0\"");
        String channelId = first.replaceAll(".*\"chanId\":(\\d+),.*", "$1");
        client.next();

        assertEquals(
                "{\"channel\":\"book\",\"symbol\":\"tBTCUSD\",\"prec\":\"R0\",\"freq\":\"F1\","
                        + "\"event\":\"error\",\"msg\":\"subscribe: dup\",\"code\":10301,\"chanId\":"
                        + channelId
                        + ",\"pair\":\"BTCUSD\"}",
                book("\"symbol\":\"tBTCUSD\",\"prec\":\"R0\",\"freq\":\"F1\""));
    }

    private String book(String keys) throws Exception {
        return client.send("{\"event\":\"subscribe\",\"channel\":\"book\"," + keys + "}").next();
    }
}
