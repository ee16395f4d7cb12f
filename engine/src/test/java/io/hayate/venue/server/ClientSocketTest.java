package io.hayate.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.venue.base.VenueTraffic;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

class ClientSocketTest {
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final ClientSocket socket =
            new ClientSocket(channel, new VenueTraffic(), new Backlogs(1_024, 1), reason -> {});

    private void assertReads(boolean reads) {
        assertEquals(reads, channel.config().isAutoRead());
    }

    @Test
    void shouldReadOnlyWhenTheClientReadsAndNoFaultForbidsIt() {
        socket.reading(false);
        socket.room(false);
        socket.room(true);
        assertReads(false);

        socket.reading(true);
        assertReads(true);
        socket.room(false);
        socket.reading(false);
        socket.reading(true);
        assertReads(false);
        socket.room(true);
        assertReads(true);
    }
}
