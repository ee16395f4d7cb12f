package io.hayate.strategy.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.strategy.RunnerRig;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The strategy that README shows compiles, loads and trades as README says. */
class ReadmeStrategyTest {
    private static final String CLASS = "com.example.MyStrategy";
    private static final Pattern FIRST_JAVA_BLOCK =
            Pattern.compile(
                    "^#+ A strategy$.*?^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir private Path folder;

    private Strategy load(Map<String, String> parameters) throws IOException {
        Matcher block = FIRST_JAVA_BLOCK.matcher(Files.readString(Path.of("..", "README.md")));
        assertTrue(block.find(), "no java block under that heading");
        Path jar = Compiler.jar(folder, "my.jar", CLASS, block.group(1));
        return StrategyLoader.load(
                new StrategyConfig(CLASS, parameters, true, List.of(jar), Path.of("none")));
    }

    @Test
    void shouldBuyOnceWhenTheLastPriceFallsBelowTheParameter() throws IOException {
        RunnerRig rig = new RunnerRig(load(Map.of("buy-below", "50000", "amount", "0.002"))).live();
        rig.btc(50_000);
        assertEquals(List.of(), rig.sent);

        rig.btc(49_999.5);
        rig.btc(49_998);

        assertEquals(1, rig.sent.size(), rig.sent.toString());
        assertTrue(rig.sent.get(0).endsWith("\"symbol\":\"tBTCUSD\",\"amount\":\"0.002\"}]"));
    }

    @Test
    void shouldTryAgainWhenTheOrderWasRefused() throws IOException {
        RunnerRig rig = new RunnerRig(load(Map.of("buy-below", "50000"))).watch();
        rig.tick(0);
        rig.btc(40_000);
        assertEquals(List.of(), rig.sent, "not live");

        rig.comeLive();
        rig.btc(40_000);

        assertEquals(1, rig.sent.size());
    }

    @Test
    void shouldLogWhatItBought() throws IOException {
        RunnerRig rig = new RunnerRig(load(Map.of("buy-below", "50000"))).live();
        rig.btc(40_000);
        rig.fill(501, 40_001);

        List<String> told = rig.notices();
        assertTrue(told.contains("LOG bought {} at {} 0.001 40001.0"), told.toString());
    }
}
