package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.hayate.model.IdleMode;
import io.hayate.session.SessionRole;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.transport.Idling;
import io.hayate.transport.IoKind;
import io.hayate.transport.IoLoop;
import io.hayate.transport.TransportConfig;
import io.hayate.transport.VenueHost;
import io.hayate.transport.websocket.FrameBudget;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.api.Test;

/** Where connections of a run with paper orders lead, whatever lies in its surroundings. */
class PaperSocketsTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final URI ACCOUNT = URI.create("ws://127.0.0.1:45001/ws/2");

    @Test
    void shouldLeadToThePublicAddressAndToThisProcessAlone() {
        EngineConfig config =
                new ConfigLoader(
                                Map.of("BFX_API_KEY", "a-live-key", "BFX_API_SECRET", "a-secret"),
                                HOME,
                                HOME)
                        .load(HOME.resolve("config/paper.conf"), new Overrides())
                        .engine();
        IoLoop loop =
                new IoLoop(
                        "loop",
                        IoKind.AUTO,
                        new Idling(IdleMode.BLOCKING, 1_000_000),
                        SystemNanoClock.INSTANCE,
                        new FrameBudget(1 << 20, "test"),
                        error -> fail(error));
        try {
            Sockets sockets = new Sockets(config, ACCOUNT, loop);

            assertTarget(ACCOUNT, sockets.target(SessionRole.account()));
            for (int number = 1; number < 40; number++) {
                SessionRole role = SessionRole.market(number, false);
                assertTarget(URI.create("wss://api-pub.bitfinex.com/ws/2"), sockets.target(role));
            }
            assertTrue(!sockets.shareHost());
            assertEquals(ACCOUNT.getHost(), config.venue().restUrl(ACCOUNT).getHost());
        } finally {
            loop.close();
        }
    }

    /** Any other target fails. */
    private static void assertTarget(URI wanted, TransportConfig target) {
        assertEquals(wanted, target.url());
        boolean isPublic = "api-pub.bitfinex.com".equals(target.url().getHost());
        assertTrue(isPublic || VenueHost.isLoopback(target.url()), target::toString);
    }
}
