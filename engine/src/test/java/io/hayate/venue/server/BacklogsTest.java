package io.hayate.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may wait for clients that do not read, without sockets. */
class BacklogsTest {
    private static final int OUTBOUND = 65_536;
    private static final String FAREWELL = "slow consumer: too many bytes wait for you";

    private final Backlogs backlogs = new Backlogs(OUTBOUND, 1);

    /** A client for whom so many bytes wait. */
    private static final class Client implements Backlogs.Waiting {
        private final List<String> told = new ArrayList<>();
        private long bytes;

        @Override
        public boolean isOpen() {
            return told.isEmpty();
        }

        @Override
        public long bytes() {
            return bytes;
        }

        @Override
        public void endAsTooSlow(String reason) {
            told.add(reason);
        }

        @Override
        public void drop() {
            told.add("dropped");
            bytes = 0;
        }

        @Override
        public void flush() {}
    }

    private Client client(long bytes) {
        Client client = new Client();
        client.bytes = bytes;
        backlogs.add(client);
        return client;
    }

    @Test
    void shouldEndAClientWithAWordOnceTooMuchWaitsForIt() {
        Client client = client(0);
        assertTrue(backlogs.hasRoom(client, 40_000));

        client.bytes = 1L << 30;

        assertFalse(backlogs.hasRoom(client, 1));
        assertEquals(List.of(FAREWELL), client.told);
    }

    @Test
    void shouldEndTheSlowestOnceTooMuchWaitsForAll() {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clients.add(client(OUTBOUND + 1 + i));
        }
        Client slowest = clients.get(7);
        while (!backlogs.isTooSlow(slowest) && slowest.isOpen()) {
            assertTrue(backlogs.hasRoom(clients.get(0), 1));
            clients.forEach(each -> each.bytes += OUTBOUND);
        }

        assertEquals(List.of(FAREWELL), slowest.told);
        assertTrue(clients.get(0).isOpen());
    }
}
