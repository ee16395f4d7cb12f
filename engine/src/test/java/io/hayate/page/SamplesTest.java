package io.hayate.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hayate.strategy.Strategy;
import io.hayate.strategy.plugin.Compiler;
import io.hayate.testkit.Faults;
import io.hayate.testkit.Market;
import io.hayate.testkit.MarketConfiguration;
import io.hayate.testkit.VirtualMarket;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code in Java that pages show compiles and runs. */
class SamplesTest {
    private static final int STARTS_MAX = 3;
    private static final long PATIENCE_S = 60;

    /** Whoever compiles and runs a block, by its first line. */
    private static final Map<String, String> RUN_BY =
            Map.of(
                    "package com.example;", "ReadmeStrategyTest",
                    "context.buy(instrument, 0.01);", "SamplesTest",
                    "@Market(symbols = \"BTCUSD\", seed = 7)", "SamplesTest",
                    "@Test", "LostAnswerSampleTest");

    private static final String CALLER =
            """
            package com.example;

            import io.hayate.event.Ticker;
            import io.hayate.model.Instrument;
            import io.hayate.order.Order;
            import io.hayate.order.OrderBatch;
            import io.hayate.strategy.Strategy;
            import io.hayate.strategy.StrategyContext;

            public final class Caller implements Strategy {
                private StrategyContext context;
                private Order order;
                private boolean called;

                @Override
                public void onStart(StrategyContext given) {
                    context = given;
                }

                @Override
                public void onTicker(Instrument instrument, Ticker ticker) {
                    if (order == null && context.isLive()) {
                        double price = Math.floor(ticker.bidPrice() * 0.98 / 100) * 100;
                        boolean isSent =
                                context.order(instrument).buy(0.1).limit(price).send().isAccepted();
                        order = isSent ? context.lastOrder() : null;
                    } else if (order != null && !called && order.orderId() != 0) {
                        called = true;
                        call(instrument);
                    }
                }

                private void call(Instrument instrument) {
            HERE
                }
            }
            """;

    private static final String TESTS =
            """
            package com.example;

            import static org.junit.jupiter.api.Assertions.assertEquals;

            import io.hayate.testkit.Faults;
            import io.hayate.testkit.Market;
            import io.hayate.testkit.MarketAssertions;
            import io.hayate.testkit.VirtualMarket;
            import java.time.Duration;
            import org.junit.jupiter.api.Test;

            """;

    @TempDir private Path folder;

    /** The block of Java of a page that begins so. */
    private static String block(String page, String first) throws IOException {
        return ReadmePage.read(page).blocks().stream()
                .filter(block -> block.language().equals("java"))
                .map(ReadmePage.Block::text)
                .filter(text -> text.startsWith(first))
                .findFirst()
                .orElseThrow();
    }

    private Class<?> compiled(String name, Map<String, String> sources) throws Exception {
        Compiler.compile(sources, folder);
        URL[] urls = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            Class<?> type = loader.loadClass(name);
            for (String each : sources.keySet()) {
                loader.loadClass(each);
            }
            return type;
        }
    }

    @Test
    void shouldKnowWhoRunsEachOfThem() throws IOException {
        Map<String, String> unknown = new TreeMap<>();
        int blocks = 0;
        for (ReadmePage page : ReadmePage.all()) {
            for (ReadmePage.Block block : page.blocks()) {
                boolean isCode = block.language().equals("java");
                blocks += isCode ? 1 : 0;
                String first = block.text().split("\n| {2,}", 2)[0];
                if (isCode && !RUN_BY.containsKey(first)) {
                    unknown.put(page.place(block.line()), first);
                }
            }
        }

        assertEquals(Map.of(), unknown);
        assertEquals(RUN_BY.size(), blocks);
    }

    @Test
    void shouldMakeTheCallsOfAStrategyThatAreShown() throws Exception {
        String calls = block("engine/README.md", "context.buy(");
        Class<?> type =
                compiled(
                        "com.example.Caller",
                        Map.of("com.example.Caller", CALLER.replace("HERE", calls)));
        Strategy caller = (Strategy) type.getConstructor().newInstance();
        VirtualMarket market =
                VirtualMarket.of(
                        new MarketConfiguration("BTCUSD")
                                .settings("trading.twin-window = 0s", "trading.collar = 0.5"));

        market.start(caller).advance(Duration.ofSeconds(30));

        assertTrue(market.ordersSent() >= 3, market.intents() + " " + market.outcomes());
    }

    @Test
    void shouldPassTheTestsOfAMarketThatAreShown() throws Exception {
        Class<?> type =
                compiled(
                        "com.example.MyStrategyTest",
                        Map.of(
                                "com.example.MyStrategy",
                                block("README.md", "package com.example;"),
                                "com.example.MyStrategyTest",
                                TESTS + block("engine/README.md", "@Market(")));
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        List<String> passed = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Test.class)) {
                method.setAccessible(true);
                method.invoke(constructor.newInstance(), market(type, method));
                passed.add(method.getName());
            }
        }

        assertEquals(2, passed.size(), passed.toString());
    }

    /** The one sample in another language: the numbers that readers and writers of numbers are held against. */
    @Test
    void shouldMakeTheSameNumbersByTheScriptThatIsShown() throws Exception {
        Path numbers = ReadmePage.HOME.resolve("engine/src/test/resources/numbers");
        List<ReadmePage.Block> scripts =
                ReadmePage.all().stream()
                        .flatMap(page -> page.blocks().stream())
                        .filter(block -> block.language().equals("js"))
                        .toList();
        assertEquals(1, scripts.size());
        Files.writeString(folder.resolve("numbers.mjs"), scripts.get(0).text());

        assumeTrue(hasRun("node", "--version"), "no Node here");
        assertTrue(hasRun("node", "numbers.mjs"));

        String name = "javascript-numbers.txt.gz";
        assertArrayEquals(unzipped(numbers.resolve(name)), unzipped(folder.resolve(name)));
    }

    /** Whether a program ended well. One that hangs, as Node 20 has done in its pool of threads, is started anew. */
    private boolean hasRun(String... command) throws InterruptedException {
        for (int i = 0; i < STARTS_MAX; i++) {
            try {
                Process process = start(command);
                if (process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                    return process.exitValue() == 0;
                }
                process.destroyForcibly().waitFor();
            } catch (IOException e) {
                return false;
            }
        }
        return false;
    }

    private Process start(String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private static byte[] unzipped(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static VirtualMarket market(Class<?> type, Method method) {
        Market asked = type.getAnnotation(Market.class);
        Faults faults = method.getAnnotation(Faults.class);
        MarketConfiguration market =
                new MarketConfiguration(asked.symbols())
                        .seed(asked.seed())
                        .tickersPerSecond(asked.tickersPerSecond());
        return VirtualMarket.of(faults == null ? market : market.faultSeed(faults.value()));
    }
}
