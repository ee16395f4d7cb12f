package io.hayate.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of the network as a client's socket meets them; another client is served all the while. */
class NetworkFaultsTest {
    private static final String PING = "{\"event\":\"ping\",\"cid\":%d}";

    private SimulatedVenue venue;
    private RawConnection client; // the first connection
    private VenueClient other;

    @BeforeEach
    void connect() throws Exception {
        venue =
                SimulatedVenue.start(
                        VenueConfig.DEFAULTS.withTickersPerSecond(0).withHeartbeatMs(0));
        client = new RawConnection(venue.port());
        client.upgrade("/ws/2");
        client.frame();
        other = VenueClient.connect(venue);
    }

    @AfterEach
    void close() throws Exception {
        assertEquals(List.of(), other.framesBeforePong());
        other.close();
        client.close();
        venue.close();
    }

    /** So much later that the venue has read all that the client has sent. */
    private void letTheVenueRead() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertEquals(List.of(), other.framesBeforePong());
        }
    }

    private void assertPong(int cid) throws Exception {
        String answer = client.frame().text();
        assertTrue(answer.endsWith("\"cid\":" + cid + "}"), answer);
    }

    @Test
    void shouldBeSilentAndKeepTheSocketWhileHalfOpenAndGoOnWithoutWhatCame() throws Exception {
        int fault = venue.controls().faults().add("half-open connection=1");
        client.text(PING.formatted(1), true);
        client.ping();
        client.text(
                "{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"tBTCUSD\"}", true);
        letTheVenueRead();
        assertEquals(2, venue.openSessions());
        assertEquals(0, venue.feeds());
        venue.controls().faults().remove(fault);

        client.text(PING.formatted(2), true);

        assertPong(2); // the first thing that comes
    }

    @Test
    void shouldAnswerAgainWhenTheSilenceIsOverWithWhatWasAskedInItDone() throws Exception {
        int fault = venue.controls().faults().add("silent connection=1");
        client.text(
                "{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"tBTCUSD\"}", true);
        letTheVenueRead();
        assertEquals(1, venue.feeds());
        venue.controls().faults().remove(fault);

        client.text(PING.formatted(2), true);

        assertPong(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"half-open", "silent"})
    void shouldNotCloseTheSocketOfAClientThatSaysGoodbyeInSilence(String fault) throws Exception {
        venue.controls().faults().add(fault + " connection=1");
        client.goodbye();
        letTheVenueRead();

        assertEquals(2, venue.openSessions());
        client.close();
        while (venue.openSessions() > 1) {
            other.framesBeforePong();
        }
    }

    @Test
    void shouldReadNothingForATimeAndThenAllOfIt() throws Exception {
        long beganMs = System.currentTimeMillis();
        venue.controls().faults().add("slow-reader connection=1 length=300ms times=1");
        client.text(PING.formatted(1), true);
        client.text(PING.formatted(2), true);
        letTheVenueRead();

        String first = client.frame().text();
        assertPong(2);

        long answeredMs = Long.parseLong(first.replaceAll(".*\"ts\":(\\d+).*", "$1"));
        assertTrue(first.endsWith("\"cid\":1}"), first);
        assertTrue(answeredMs - beganMs >= 299, answeredMs - beganMs + " ms"); // clocks are rounded
    }

    @Test
    void shouldServeOthersWhileItReadsNothingOfAFlood() throws Exception {
        venue.controls().faults().add("slow-reader connection=1 length=1h times=1");
        Thread flood = new Thread(this::pingUntilClosed);
        flood.start();
        long before = venue.framesReceived();

        letTheVenueRead();

        assertEquals(10, venue.framesReceived() - before);
        client.close();
        flood.join();
    }

    @Test
    void shouldDropAClientWhoseGoodbyeHasACodeThatIsNone() throws Exception {
        client.hex("888200000000000A");

        assertTrue(client.isAtEnd());
    }

    private void pingUntilClosed() {
        assertThrows(
                IOException.class,
                () -> {
                    while (true) {
                        client.text(PING.formatted(7), true);
                    }
                });
    }

    /** Reserved bits, opcodes and lengths; half characters; a goodbye that is none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1002 C18000000000", // a bit that no extension has asked for
                "1002 838000000000", // an opcode that is none
                "1002 8B8000000000", // a control that is none
                "1002 098000000000", // a ping in parts
                "1002 89FE007E00000000", // a ping of 126 bytes
                "1002 808000000000", // the rest of nothing
                "1002 018000000000818000000000", // a text within another
                "1002 88810000000003", // a goodbye of one byte
                "1007 818200000000C328" // half a character
            })
    void shouldCloseWithItsCodeWhenAFrameBreaksTheProtocol(String sent) throws Exception {
        client.hex(sent.substring(5));

        RawConnection.Frame answer = client.frame();

        assertEquals(Integer.parseInt(sent.substring(0, 4)), answer.closeCode());
        assertTrue(client.isAtEnd());
    }
}
