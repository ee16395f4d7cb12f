package io.hayate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.Clocks;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.settings.RunConfig;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.plugin.Compiler;
import io.hayate.strategy.plugin.StrategyLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.SystemEpochClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which strategies of a run are rehearsed, and by whom: those of a plug-in that is compiled here. */
@Timeout(120)
class RunRehearsalTest {
    private static final String CLASS = "com.example.WitnessStrategy";
    private static final String SOURCE =
            """
            package com.example;

            import io.hayate.event.ExecutionReport;
            import io.hayate.event.Ticker;
            import io.hayate.model.Instrument;
            import io.hayate.order.Order;
            import io.hayate.strategy.Strategy;
            import io.hayate.strategy.StrategyContext;
            import io.hayate.strategy.StrategyParameters;
            import java.util.List;
            import java.util.concurrent.CopyOnWriteArrayList;

            public final class WitnessStrategy implements Strategy {
                public static final List<WitnessStrategy> MADE = new CopyOnWriteArrayList<>();
                public static volatile boolean mayBeMadeAgain = true;

                public volatile int reports;
                public volatile double amount;
                private String manner = "";
                private StrategyContext context;

                public WitnessStrategy() {
                    if (!MADE.isEmpty() && !mayBeMadeAgain) {
                        throw new IllegalStateException("there is one");
                    }
                    MADE.add(this);
                }

                @Override
                public void configure(StrategyParameters parameters) {
                    manner = parameters.text("manner", "");
                    amount = parameters.amount("amount", 1);
                }

                @Override
                public boolean rehearsable() {
                    if (manner.equals("throws")) {
                        throw new IllegalStateException("who asks?");
                    }
                    return manner.equals("rehearsed");
                }

                @Override
                public void onStart(StrategyContext given) {
                    context = given;
                }

                @Override
                public void onTicker(Instrument instrument, Ticker ticker) {
                    if (context.isLive() && context.openOrders() == 0) {
                        context.buy(instrument, amount);
                    }
                }

                @Override
                public void onExecutionReport(ExecutionReport report, Order order) {
                    reports++;
                }
            }
            """;

    @TempDir private Path home;
    private Path jar;

    @BeforeEach
    void compile() throws IOException {
        jar = Compiler.jar(home, "witness.jar", CLASS, SOURCE, List.of(CLASS));
    }

    /** What a plug-in's class has made, seen from another loader. */
    private record Witnesses(Class<?> type) {
        @SuppressWarnings("unchecked")
        List<Strategy> made() throws ReflectiveOperationException {
            return (List<Strategy>) type.getField("MADE").get(null);
        }

        int reports(int which) throws ReflectiveOperationException {
            return type.getField("reports").getInt(made().get(which));
        }

        double amount(int which) throws ReflectiveOperationException {
            return type.getField("amount").getDouble(made().get(which));
        }

        boolean isCalledNow() {
            try {
                return made().size() > 1 && reports(1) == 0;
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("it is the class that is compiled here", e);
            }
        }
    }

    /** Goes fast, but stands still while there is a second one that has not had an answer. */
    private static final class WitnessClock implements NanoClock {
        private static final long STEP_NS = TimeUnit.MICROSECONDS.toNanos(500);

        private final Witnesses witnesses;
        private long timeNs;

        WitnessClock(Witnesses witnesses) {
            this.witnesses = witnesses;
        }

        @Override
        public long nanoTime() {
            timeNs += witnesses.isCalledNow() ? 1 : STEP_NS;
            return timeNs;
        }
    }

    private RunConfig config(String text) throws IOException {
        return config("400ms", text);
    }

    private RunConfig config(String warmUp, String text) throws IOException {
        String all = "loop.warm-up = " + warmUp + "\nsubscriptions.tickers = [BTCUSD], " + text;
        Path file = Files.writeString(home.resolve("test.conf"), all);
        Map<String, String> environment = Map.of("XDG_STATE_HOME", home.resolve("s").toString());
        return new ConfigLoader(environment, home, home).load(file, new Overrides().plugin(jar));
    }

    private List<String> rehearse(RunConfig config, List<Strategy> strategies, Witnesses seen)
            throws Exception {
        Clocks clocks = new Clocks(new WitnessClock(seen), SystemEpochClock.INSTANCE);
        RunRehearsal rehearsal = new RunRehearsal(config, clocks);
        rehearsal.run(strategies);
        List<String> lines = new ArrayList<>();
        try (RunNews news = new RunNews(config, clocks, null)) {
            news.begin(lines::add);
            rehearsal.tell(news);
        }
        assertFalse(Files.exists(home.resolve("s")));
        return lines;
    }

    private static List<Strategy> load(RunConfig config) {
        return StrategyLoader.loadAll(config.engine().strategy());
    }

    @Test
    void shouldRehearseAnotherOfTheSameClassWithTheSameParameters() throws Exception {
        RunConfig config =
                config(
                        "strategy { name = witness, parameters { manner = rehearsed, amount = 0.25"
                                + " } }");
        List<Strategy> strategies = load(config);
        Witnesses witnesses = new Witnesses(strategies.get(0).getClass());

        List<String> lines = rehearse(config, strategies, witnesses);

        assertEquals(List.of(), lines);
        assertEquals(2, witnesses.made().size());
        assertSame(strategies.get(0), witnesses.made().get(0));
        assertNotSame(strategies.get(0), witnesses.made().get(1));
        assertEquals(0.25, witnesses.amount(1));
        assertEquals(0, witnesses.reports(0));
        assertTrue(witnesses.reports(1) > 0);
    }

    @Test
    void shouldMakeNoOtherOfOneThatDoesNotOptIn() throws Exception {
        RunConfig config = config("strategy.name = witness");
        List<Strategy> strategies = load(config);
        Witnesses witnesses = new Witnesses(strategies.get(0).getClass());

        List<String> lines = rehearse(config, strategies, witnesses);

        assertEquals(List.of(), lines);
        assertEquals(strategies, witnesses.made());
    }

    @Test
    void shouldRehearseThoseOfSeveralThatOptIn() throws Exception {
        RunConfig config =
                config(
                        "strategies = [ { name = no, strategy = witness },"
                                + "{ name = yes, strategy = witness,"
                                + " parameters { manner = rehearsed, amount = 0.5 } } ]");
        List<Strategy> strategies = load(config);
        Witnesses no = new Witnesses(strategies.get(0).getClass());
        Witnesses yes = new Witnesses(strategies.get(1).getClass());

        List<String> lines = rehearse(config, strategies, yes);

        assertEquals(List.of(), lines);
        assertEquals(List.of(1, 2), List.of(no.made().size(), yes.made().size()));
        assertEquals(0.5, yes.amount(1));
        assertTrue(yes.reports(1) > 0);
    }

    @Test
    void shouldSayWhenNoOtherCanBeMade() throws Exception {
        RunConfig config = config("strategy { name = witness, parameters.manner = rehearsed }");
        List<Strategy> strategies = load(config);
        Class<?> type = strategies.get(0).getClass();
        type.getField("mayBeMadeAgain").setBoolean(null, false);

        List<String> lines = rehearse(config, strategies, new Witnesses(type));

        assertEquals(
                List.of(
                        "rehearsal  strategy witness failed in its constructor:"
                                + " java.lang.IllegalStateException: there is one; the run goes"
                                + " on"),
                lines);
    }

    @Test
    void shouldSayWhenAskingOneThrows() throws Exception {
        RunConfig config = config("strategy { name = witness, parameters.manner = throws }");
        List<Strategy> strategies = load(config);
        Witnesses witnesses = new Witnesses(strategies.get(0).getClass());

        List<String> lines = rehearse(config, strategies, witnesses);

        assertEquals(
                List.of(
                        "rehearsal  strategy witness failed in rehearsable:"
                                + " java.lang.IllegalStateException: who asks?; the run goes on"),
                lines);
        assertEquals(strategies, witnesses.made());
    }

    @Test
    void shouldAskNobodyWhereThereIsNoTime() throws Exception {
        RunConfig config = config("0s", "strategy { name = witness, parameters.manner = throws }");
        List<Strategy> strategies = load(config);

        List<String> lines =
                rehearse(config, strategies, new Witnesses(strategies.get(0).getClass()));

        assertEquals(List.of(), lines);
    }
}
