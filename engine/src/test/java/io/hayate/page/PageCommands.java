package io.hayate.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The commands in the blocks of all pages, and how each is tested: a command that is new fails until it is here. */
public final class PageCommands {
    /** {@code PageCommandsIT} runs it, and what else it needs. */
    public static final String RUN = "run";

    /** {@code PageCommandsIT} has its settings checked; nothing starts. */
    public static final String CHECK = "check";

    /** {@code PageCommandsIT} starts it, waits until it listens, and ends it. */
    public static final String SERVE = "serve";

    /** A test that is named runs it. */
    public static final String IN = "in";

    /** Nothing runs it, for the reason that follows; what it says is checked. */
    public static final String NOT = "not";

    private static final String TABLE =
            """
            scripts/hayate || run 2s
            scripts/mvnw verify || not it is the build that checks this; MavenWrapperIT fetches a Maven
            echo "buy 0.01 BTCUSD" | scripts/hayate --duration 15s || run 3s
            scripts/hayate --strategy sma-cross --param fast=5 --param slow=20 --web || run 2s
            scripts/hayate help run; scripts/hayate doctor || run
            scripts/hayate --plugin DIR/target/DIR.jar --strategy my --param buy-below=50000 || run 2s
            scripts/hayate venue || serve
            node --experimental-websocket scripts/examples/trade.mjs || run
            python3 scripts/examples/trade.py || run
            scripts/hayate venue --chaos 42 || serve
            scripts/hayate --paper --strategy sma-cross --record day || run 6s
            scripts/hayate backtest --recording day --strategy sma-cross --param fast=5,10 --param slow=20,50 --report day.html || run
            scripts/hayate replay day || run
            scripts/hayate --config config/live.conf || check
            export BFX_API_KEY=... BFX_API_SECRET=... || run
            scripts/hayate --config config/live.conf --trade || check
            hayate backtest --recording recordings --strategy sma-cross --param fast=5,10,20 --param slow=50,100 || run
            hayate run --strategy sma-cross --record records || run 6s
            hayate backtest --recording records --strategy sma-cross --compare ~/.local/state/hayate/journal-c48a01f49fd0f2cc || run
            scripts/hayate venue --fault "late-ack delay=3s every=5" --fault "muted channel=book from=30s lasts=10s" || serve
            scripts/hayate venue --faults config/faults/flaky-network.conf || serve
            curl -d '{"fault":"lost-ack","times":1}' http://127.0.0.1:8765/venue/faults || run
            zcat DIR/*.gz | jq -c 'select(.k == "in") | .f' || run
            zcat DIR/*.gz | jq -c 'select(.k == "decision") | [.us, .f.verdict]' || run
            hayate recording ls records || run
            hayate recording info records || run
            hayate recording check records || run
            hayate recording cut records --from 09:00 --to 10:00 --symbol BTCUSD --channel book -o hour.jsonl.gz || run
            hayate recording merge BITFINEX.ws.1.0 BITFINEX.ws.2.0 -o day.jsonl.gz || run
            hayate export records --format csv --out tables || run
            hayate export records --format npy --out arrays || run
            zcat records/*.gz | jq -c 'select(.k == "in") | .f' || run
            scripts/hayate --paper --symbol BTCUSD,ETHUSD || run 2s
            scripts/hayate --config config/paper.conf --strategy sma-cross --param fast=5 --param slow=20 --record days/today || check
            scripts/hayate positions --config config/paper.conf || run
            scripts/hayate venue --port 8765 --fault "silent from=60s lasts=60s" || serve
            printf 'include required("%s/config/paper.conf")\\nvenue.public-url = "ws://127.0.0.1:8765/ws/2"\\n' "$PWD" > mine.conf || run
            scripts/hayate --config mine.conf || check
            scripts/package || in PackageScriptIT.shouldTakeTheRootsOfTheJdksMaker
            sudo apt install ./target/hayate_0.1.0~snapshot_amd64.deb || not it changes the system; .ci/packages/run installs it in a Debian of its own
            sudo systemctl start hayate || not it changes the system; .ci/packages/run starts the service in a systemd of its own
            sudo install -D -m 0600 key.txt /etc/credstore/hayate.bitfinex || run
            sudo systemctl restart hayate || not it changes the system; .ci/packages/run starts the service in a systemd of its own
            sudo -u hayate hayate stat || run
            sudo -u hayate hayate orders --config /etc/hayate/hayate.conf || run
            sudo rm /var/lib/hayate/kill || run
            scripts/bench || not it takes hours; .ci/long runs one benchmark, and BenchmarkPagesTest parses it
            scripts/bench --quick WebSocket Order || not it takes minutes; .ci/long runs one benchmark, and BenchmarkPagesTest parses it
            scripts/bench --jdk 17 --out before.json || not it takes hours; .ci/long runs one benchmark, and BenchmarkPagesTest parses it
            scripts/bench --compare before.json || not it takes hours; ResultTableTest compares results
            scripts/bench --list || in SuiteTest.shouldNameBenchmarksWithTheirParametersWhenAskedToList
            scripts/latency || not it takes minutes; .ci/long runs it with --quick
            scripts/latency --quick || not it takes minutes; .ci/long runs it
            scripts/latency --gaps 50,1000,20000 || not it takes minutes; BenchmarkPagesTest parses it
            scripts/latency --tls || not it takes minutes; BenchmarkPagesTest parses it
            scripts/latency --first-ticks || not it takes minutes; BenchmarkPagesTest parses it
            scripts/latency --rig DIR || not the client in C is not in this project; BenchmarkPagesTest parses it
            scripts/latency --clients one-thread,one-thread-recording,one-thread-watched --warm-up 10 --apart || not it takes minutes; BenchmarkPagesTest parses it
            """;

    private PageCommands() {}

    /** How each command is tested, in the order in which they can be run one after the other. */
    public static Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        TABLE.lines()
                .forEach(
                        line ->
                                known.put(
                                        line.split(" \\|\\| ", 2)[0],
                                        line.split(" \\|\\| ", 2)[1]));
        return known;
    }

    /** The commands of the pages, a line each as it is written, without what is said of it. */
    static Set<String> written(List<ReadmePage> pages) throws IOException {
        Set<String> written = new TreeSet<>();
        for (ReadmePage page : pages) {
            for (ReadmePage.Block block : page.blocks()) {
                if (block.language().equals("sh")) {
                    block.text().lines().map(ShellWords::withoutComment).forEach(written::add);
                }
            }
        }
        written.remove("");
        return written;
    }

    /** What is wrong with the list: commands that it lacks, those that no page has, tests that are not there. */
    static List<String> differences(
            Set<String> written, Map<String, String> known, ProjectFacts facts) {
        List<String> differences = new ArrayList<>();
        for (String command : written) {
            if (!known.containsKey(command)) {
                differences.add("no test runs: " + command);
            }
        }
        known.forEach(
                (command, how) -> {
                    if (!written.contains(command)) {
                        differences.add("no page has: " + command);
                    }
                    for (String word : how.split("[\\s;,]+", -1)) {
                        String[] parts = word.split("\\.", 2);
                        boolean isTest = parts[0].matches("[A-Z]\\w*(Test|IT)");
                        if (isTest && !facts.hasTypeNamed(parts[0])) {
                            differences.add("there is no " + word);
                        }
                    }
                });
        return differences;
    }
}
