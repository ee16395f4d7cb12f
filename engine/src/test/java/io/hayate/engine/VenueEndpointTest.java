package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.URI;
import org.junit.jupiter.api.Test;

class VenueEndpointTest {
    private static final URI REAL = URI.create("wss://api.bitfinex.com/ws/2");
    private static final URI LOCAL = URI.create("ws://127.0.0.1:8765/ws/2");
    private static final URI REST = URI.create("http://127.0.0.1:9");

    private static URI rest(boolean embedded, URI url, RestAddress rest) {
        return new VenueEndpoint(embedded, embedded ? null : url, null, rest).restUrl(url);
    }

    @Test
    void shouldAskTheVenuesOwnHostForHistory() {
        assertEquals(
                URI.create("https://api.bitfinex.com"), rest(false, REAL, RestAddress.OF_VENUE));
        assertEquals(URI.create("http://127.0.0.1:8765"), rest(true, LOCAL, RestAddress.OF_VENUE));
    }

    @Test
    void shouldAskNobodyOnThisMachineButWhereTheSettingsSayWho() {
        assertNull(rest(false, LOCAL, RestAddress.OF_VENUE));
        assertEquals(REST, rest(false, LOCAL, new RestAddress(true, REST)));
    }

    @Test
    void shouldAskNobodyWhenItIsOff() {
        assertNull(rest(false, REAL, RestAddress.OFF));
        assertNull(rest(true, LOCAL, RestAddress.OFF));
    }
}
