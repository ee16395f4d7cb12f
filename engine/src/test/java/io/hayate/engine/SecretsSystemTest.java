package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.venue.server.SimulatedVenue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys: wrong ones end the run, right ones are never shown. */
class SecretsSystemTest {
    private static final Pattern SIGNATURE = Pattern.compile("\"authSig\":\"([0-9a-f]{96})\"");
    private static final String KEY = "a-key-that-nobody-knows-1234567890";
    private static final String SECRET = "a-secret-that-nobody-may-see-0987654321";

    @TempDir Path state;

    private final SimulatedVenue venue = SimulatedVenue.start(EngineRig.stillVenue());

    @AfterEach
    void stopVenue() {
        venue.close();
    }

    @Test
    void shouldShowNoSecretInATracedSession() {
        try (EngineRig rig = new EngineRig(venue.url(), state, Map.of("trace", true))) {
            rig.awaitLive();
            rig.engine.commands().offer(CommandType.BUY, 0, 0.01);
            rig.awaitTold("CLOSED EXECUTED");

            String output = String.join("\n", rig.told);
            assertTrue(output.contains("FRAME_OUT {\"event\":\"auth\""), output);
            assertTrue(output.contains("FRAME_IN {\"event\":\"auth\""), output);
            assertNoSecret(output, SimulatedVenue.DEMO_KEY, SimulatedVenue.DEMO_SECRET);
        }
    }

    @Test
    void shouldShowNoSecretWhenTheKeyIsRefused() {
        Map<String, String> keys = Map.of("BFX_API_KEY", KEY, "BFX_API_SECRET", SECRET);
        Map<String, Object> trace = Map.of("trace", true);
        try (EngineRig rig = new EngineRig(venue.url(), state, trace, null, keys)) {
            rig.await(() -> rig.engine.end().reason() != null, "an end");

            EngineEnd.Reason reason = rig.engine.end().reason();
            assertEquals(ExitCodes.NOT_CONNECTED, reason.exitCode());
            assertTrue(reason.text().contains("apikey: invalid"), reason.text());
            assertNoSecret(rig.told + reason.toString(), KEY, SECRET);
        }
    }

    @Test
    void shouldEndWhenTheSecretIsWrong() {
        Map<String, String> keys =
                Map.of("BFX_API_KEY", SimulatedVenue.DEMO_KEY, "BFX_API_SECRET", SECRET);
        try (EngineRig rig = new EngineRig(venue.url(), state, Map.of(), null, keys)) {
            rig.await(() -> rig.engine.end().reason() != null, "an end");

            String reason = rig.engine.end().reason().toString();
            assertTrue(reason.contains("apikey: digest invalid"), reason);
            assertNoSecret(rig.told + reason, SimulatedVenue.DEMO_KEY, SECRET);
        }
    }

    /** Also asks the venue what was really sent, so that the signature is the one that counts. */
    private void assertNoSecret(String output, String key, String secret) {
        List<String> sent = venue.recentFrames();
        String signature =
                sent.stream()
                        .map(SIGNATURE::matcher)
                        .filter(Matcher::find)
                        .map(found -> found.group(1))
                        .findFirst()
                        .orElseThrow();
        for (String hidden : List.of(key, secret, signature)) {
            assertFalse(output.contains(hidden), () -> hidden + " in " + output);
        }
    }

    @Test
    void shouldAskTheVenueToCancelOnDisconnectOnlyWhenOrdersMayLeave() {
        Map<String, Object> watching = Map.of("trading.enabled", false);
        try (EngineRig rig = new EngineRig(venue.url(), state, watching)) {
            rig.awaitLive();
            rig.engine.commands().offer(CommandType.BUY, 0, 0.01);
            rig.awaitTold("trading is not switched on");
        }

        assertTrue(venue.recentFrames().toString().contains("\"dms\":0"));
        assertEquals(0, venue.ordersReceived());
    }
}
