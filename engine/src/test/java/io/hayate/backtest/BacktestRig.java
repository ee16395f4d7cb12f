package io.hayate.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.settings.RunConfig;
import io.hayate.simulation.LatencySpec;
import io.hayate.venue.QueueModel;
import io.hayate.venue.wire.JsonReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs backtests of a {@link HastyTrader} on recordings that a test writes. */
final class BacktestRig {
    private static final String SNAPSHOT =
            "[[99,2,5],[98,1,10],[97,1,10],[101,3,-5],[102,1,-10],[103,1,-10]]";

    private final Path folder;
    QueueModel model = QueueModel.RISK_AVERSE;
    String latency = "10ms";
    int threads = 2;
    Path report;

    BacktestRig(Path folder) {
        this.folder = folder;
    }

    static RecordedMarket market() {
        return snapshot(new RecordedMarket().subscribed("tBTCUSD", "P0")).afterMs(5_000);
    }

    static RecordedMarket snapshot(RecordedMarket market) {
        return market.book(SNAPSHOT);
    }

    RunConfig settings(String strategy) {
        Overrides overrides = new Overrides().prompt(false);
        overrides.set("test", "strategy.name", strategy);
        overrides.set("test", "loop.topology", "one-thread");
        return new ConfigLoader(Map.of(), folder, folder).load(null, overrides);
    }

    BacktestConfig config(Path recording, Map<String, String> parameters) {
        return new BacktestConfig(
                recording,
                settings(HastyTrader.class.getName()),
                ParameterGrid.of(parameters),
                null,
                model,
                LatencySpec.parse("--latency", latency),
                threads);
    }

    String text(RecordedMarket market, Map<String, String> parameters) throws IOException {
        return print(config(market.write(folder), parameters), false);
    }

    String print(BacktestConfig config, boolean isJson) {
        StringWriter printed = new StringWriter();
        BacktestOutputs outputs = new BacktestOutputs(isJson, report, null);
        int code = new Backtest(config, new PrintWriter(printed), outputs).run();
        assertEquals(0, code, printed::toString);
        return printed.toString();
    }

    Map<?, ?> json(RecordedMarket market, Map<String, String> parameters) throws IOException {
        return (Map<?, ?>) JsonReader.read(print(config(market.write(folder), parameters), true));
    }

    List<Map<?, ?>> results(RecordedMarket market, Map<String, String> parameters)
            throws IOException {
        return ((List<?>) json(market, parameters).get("results"))
                .stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
    }
}
