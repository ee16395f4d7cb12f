package io.hayate.transport;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;

class VenueHostTest {
    @Test
    void shouldKnowOneHostInTwoSpellings() {
        assertTrue(VenueHost.isOneHost(URI.create("ws://A.b:1/"), URI.create("wss://a.B./x")));
        assertFalse(VenueHost.isOneHost(URI.create("ws://a_b/"), URI.create("ws://a_c/")));
    }
}
