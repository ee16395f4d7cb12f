package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.event.CommandType;
import io.hayate.metrics.Counter;
import io.hayate.simulation.SimulationRig;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that no venue should send: nothing is lost but these, and they are counted. */
class UnreadableFrameTest {
    private static final Pattern SUBSCRIBED = Pattern.compile("\"subscribed\".*\"chanId\":(\\d+)");
    private static final Map<String, Object> SETTINGS =
            Map.of(
                    "trading.orders-per-second-max", "off",
                    "trading.open-orders-max", "off");

    static String[] frames() {
        return new String[] {
            "[17,[" + "9".repeat(400) + ",1,2]]",
            "[17,[0." + "1".repeat(400) + "]]",
            "[17,[1,2,3,4,5,6,7,8,9,10]," + "9".repeat(400) + "]",
            "[17,[1e400,2]]",
            "[17,[-1e400,2]]",
            "[17,[7616.5,31.89",
            "[17,[7616.5,31.",
            "[17,[7616.5,-",
            "[17,[7616.5,1e",
            "[17,[1,2,3,4,5,6,7,8,9,10]",
            "[17,[1,2,\"3\"]]",
            "[17," + "[".repeat(5_000),
            "{\"event\":\"info\"",
            "",
            "nonsense"
        };
    }

    /** Channel 17 stands for that of the ticker. */
    @ParameterizedTest
    @MethodSource("frames")
    void shouldLoseNothingButTheFrameThatCannotBeRead(String frame) {
        EveryNthTicker strategy = new EveryNthTicker(1);
        try (SimulationRig rig =
                SimulationRig.start(EngineRig.stillVenue(), 1, SETTINGS, strategy)) {
            rig.commands().offer(CommandType.TRACE_ON);
            rig.awaitLive();
            rig.await(() -> rig.count(Counter.FILLS) == 1, "the fill of the first ticker's order");
            String text = frame.replace("[17,", "[" + channelId(rig) + ",");

            rig.controls().advance(1);
            rig.controls().sendText(text);
            rig.controls().advance(1);
            rig.controls().sendText(text);
            rig.controls().sendText(text);
            rig.controls().advance(1);

            rig.await(() -> rig.path().runner().ticks(0) == 4, "every ticker");
            rig.await(() -> rig.count(Counter.FILLS) == 4, "every fill");
            assertEquals(3, rig.count(Counter.FRAMES_MALFORMED));
            assertEquals(1, rig.totals().clients());
        }
    }

    private static String channelId(SimulationRig rig) {
        Matcher subscribed = SUBSCRIBED.matcher(String.join("\n", rig.told()));
        subscribed.find();
        return subscribed.group(1);
    }
}
