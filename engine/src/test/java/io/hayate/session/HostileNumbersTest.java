package io.hayate.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.AccountDoubt;
import io.hayate.event.AccountStanding;
import io.hayate.event.DecisionClock;
import io.hayate.event.Notices;
import io.hayate.event.SharedReads;
import io.hayate.event.Tracer;
import io.hayate.event.TradingHalt;
import io.hayate.event.TradingState;
import io.hayate.event.VenueMaintenance;
import io.hayate.intake.MarketConfig;
import io.hayate.journal.TestJournal;
import io.hayate.market.ChannelStores;
import io.hayate.market.HistoryConfig;
import io.hayate.market.KnownMarkets;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Incidents;
import io.hayate.metrics.Meters;
import io.hayate.metrics.TickToTrade;
import io.hayate.model.BookPrecision;
import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import io.hayate.model.SessionState;
import io.hayate.order.Balances;
import io.hayate.order.ClientOrderIds;
import io.hayate.order.OrderKeeping;
import io.hayate.order.OrderManager;
import io.hayate.order.Positions;
import io.hayate.order.TradingAccount;
import io.hayate.outbound.OrderEntry;
import io.hayate.risk.QuoteLimits;
import io.hayate.risk.RiskGate;
import io.hayate.risk.RiskLimits;
import io.hayate.strategy.CancelOnStop;
import io.hayate.strategy.OwnReports;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyConfig;
import io.hayate.strategy.StrategyRunner;
import io.hayate.strategy.StrategySetup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No number that a venue may send ends a session, its books, or the strategy's thread. */
class HostileNumbersTest {
    private static final String[] NUMBERS = {
        "0",
        "-0",
        "-1",
        "1.5",
        "-1.5",
        "1e300",
        "-1e300",
        "1e-300",
        "1e400",
        "5e-324",
        "65535",
        "65536",
        "536870912",
        "1073741823",
        "1073741824",
        "2147483647",
        "2147483648",
        "4294967295",
        "4294967296",
        "1125899906842624",
        "9007199254740991",
        "9007199254740992",
        "253402300799999",
        "253402300800000",
        "999999999999999",
        "1000000000000000",
        "9223372036854775807",
        "-9223372036854775808",
        "9223372036854775808",
        "99999999999999999999999999",
        "null",
        "\"1\"",
        "true",
        "{}",
        "[]",
        "NaN"
    };

    private static final ChannelSpec[] CHANNELS = {
        ChannelSpec.ticker("tBTCUSD"),
        ChannelSpec.ticker("fUSD"),
        ChannelSpec.trades("tBTCUSD"),
        ChannelSpec.trades("fUSD"),
        ChannelSpec.book("tBTCUSD"),
        ChannelSpec.book("fUSD"),
        ChannelSpec.book("tBTCUSD", BookPrecision.R0, "F0", 25),
        ChannelSpec.book("fUSD", BookPrecision.R0, "F0", 25),
        ChannelSpec.candles("1m", "tBTCUSD"),
        ChannelSpec.derivative("tBTCF0:USTF0"),
        ChannelSpec.ofKey(Channel.STATUS, "liq:global")
    };

    /** A row of each channel, and of a book the delete of what it sets. */
    private static final String[][] ROWS = {
        {"1,2,3,4,5,6,7,8,9,10"},
        {"1,2,30,4,5,30,6,7,8,9,10,11,12,null,null,13"},
        {"1,1574694605000,0.5,100"},
        {"1,1574694605000,0.5,0.0002,30"},
        {"100,1,2", "100,0,1"},
        {"0.0002,30,1,-5", "0.0002,30,0,-1"},
        {"7,100,2", "7,0,1"},
        {"7,30,0.0002,-5", "7,30,0,-1"},
        {"1574694600000,100,100,100,100,0.5"},
        {
            "1574694600000,null,1,2,null,3,null,1574694605000,4,5,null,6,null,null,7,null,null,8,"
                    + "null,null,null,9,10"
        },
        {"\"pos\",1,1574694605000,null,\"tBTCF0:USTF0\",1,2,null,0,1,null,3"}
    };

    private static final String ORDER =
            "7,null,21,\"tBTCUSD\",1574694605000,1574694605000,1,1,\"LIMIT\",null,null,null,0,"
                    + "\"ACTIVE\",null,null,100,0";
    private static final String FILL =
            "5,\"tBTCUSD\",1574694605000,7,1,100,\"LIMIT\",100,1,-0.1,\"USD\",21";

    private final SessionRig rig = new SessionRig(SessionRig.KEY, MarketConfig.DEFAULTS, CHANNELS);
    private final Incidents incidents = new Incidents();
    private final StrategyRunner runner = runner();

    private StrategyRunner runner() {
        ChannelStores stores = new ChannelStores(new HistoryConfig(8, 8));
        for (int i = 0; i < CHANNELS.length; i++) {
            stores.prepare(rig.channels.get(i));
        }
        Positions positions = new Positions();
        TickToTrade times = new TickToTrade();
        StrategySetup setup =
                new StrategySetup(
                        new StrategyConfig("tested", Map.of(), true, List.of(), Path.of("none")),
                        rig.ring,
                        new KnownMarkets(rig.instruments, rig.channels, stores, SharedReads.PLAIN),
                        new TradingAccount(orders(positions, times), positions, new Balances()),
                        new Notices(),
                        rig.commands,
                        new Meters(rig.counters, rig.statistics, incidents, times),
                        CancelOnStop.STRATEGY);
        return new StrategyRunner(
                setup, List.of(new Strategy() {}), new DecisionClock(SystemNanoClock.INSTANCE));
    }

    private OrderManager orders(Positions positions, TickToTrade times) {
        OrderEntry entry =
                new OrderEntry(
                        (connection, id, text, offset, length) -> true,
                        times,
                        new Tracer(new Notices(), false),
                        new TradingState(
                                new AccountDoubt(),
                                new AccountStanding(),
                                new VenueMaintenance(),
                                new TradingHalt(),
                                SharedReads.PLAIN),
                        new DecisionClock(SystemNanoClock.INSTANCE),
                        TestJournal.inMemory(rig.instruments));
        return new OrderManager(
                rig.instruments,
                entry,
                new RiskGate(RiskLimits.DEFAULTS, QuoteLimits.DEFAULTS),
                new ClientOrderIds(atLeast -> atLeast + ClientOrderIds.BLOCK_SIZE, 0),
                new OrderKeeping(16, 3_000),
                positions,
                rig.counters,
                new OwnReports());
    }

    private void comeLive() {
        rig.comeLive(10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20);
        rig.transport.clearSent();
    }

    /** Gives what is asked for anew, as a row that was not understood makes its channel doubtful. */
    private void answer() {
        List<String> requests = List.copyOf(rig.requests());
        rig.transport.clearSent();
        for (String request : requests) {
            if (request.contains("\"unsubscribe\"")) {
                rig.receive(request.replace("unsubscribe\"", "unsubscribed\",\"status\":\"OK\""));
            } else if (request.contains("\"subscribe\"")) {
                rig.receive(
                        request.replace("\"subscribe\"", "\"subscribed\"")
                                .replaceFirst("}$", ",\"chanId\":" + venueId(request) + "}"));
            }
        }
        rig.turn();
    }

    private int venueId(String request) {
        for (int i = 0; i < CHANNELS.length; i++) {
            String answer = SessionRig.subscribed(10 + i, CHANNELS[i]);
            if (words(answer).containsAll(words(request))) {
                return 10 + i;
            }
        }
        throw new AssertionError(request);
    }

    /** Names and values but for what says that it is a request, or an answer. */
    private static List<String> words(String json) {
        return Stream.of(json.split("[{},]")).filter(word -> !word.contains("event")).toList();
    }

    private void take(String frame) {
        try {
            rig.receive(frame);
            rig.turn();
            while (runner.doWork() > 0) {
                rig.turn();
            }
        } catch (RuntimeException e) {
            throw new AssertionError(frame, e);
        }
    }

    @Test
    void shouldLiveOnWhateverNumberStandsInARowOfAChannel() {
        comeLive();
        for (int channel = 0; channel < CHANNELS.length; channel++) {
            for (String number : NUMBERS) {
                for (int field = 0; field < ROWS[channel][0].split(",").length; field++) {
                    takeRows(channel, field, number);
                }
            }
        }

        assertEquals(SessionState.LIVE, rig.state());
        assertEquals(List.of(), rig.outcomes);
        assertTrue(rig.count(Counter.FRAMES_MALFORMED) > 1_000);
        incidents.drain(incident -> assertEquals(null, incident));
    }

    private void takeRows(int channel, int field, String number) {
        int id = 10 + channel;
        for (String row : ROWS[channel]) {
            String[] fields = row.split(",");
            fields[field] = number;
            String hostile = "[" + String.join(",", fields) + "]";
            take("[" + id + "," + hostile + "]");
            take("[" + id + "," + hostile + "]"); // what the first one left is found, or not
            take("[" + id + ",[[" + row + "]," + hostile + "]]");
            take("[" + id + ",\"te\"," + hostile + "]");
            take("[" + id + ",[" + row + "]]");
            answer();
        }
        take("[" + id + ",\"cs\"," + number + "]");
    }

    static String[] numbers() {
        return NUMBERS;
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void shouldLiveOnWhateverNumberStandsAroundABody(String number) {
        comeLive();
        take("[" + number + ",[1,2,3,4,5,6,7,8,9,10]]");
        take("[" + number + ",\"hb\"]");
        for (String key : List.of("chanId", "code", "version", "ts", "cid", "flags")) {
            for (String event : List.of("subscribed", "error", "pong", "conf", "info")) {
                take("{\"event\":\"" + event + "\",\"" + key + "\":" + number + "}");
            }
        }
        take("{\"event\":\"unsubscribed\",\"status\":\"OK\",\"chanId\":" + number + "}");
        take("[10,\"hb\"," + number + "," + number + "]");
        take("[10,[1,2,3,4,5,6,7,8,9,10]," + number + "]");
        take("[0,\"hb\"," + number + "," + number + "," + number + "]");

        assertEquals(List.of(), rig.outcomes); // a fresh connection at most
        incidents.drain(incident -> assertEquals(null, incident));
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "ou", "oc", "te", "tu", "wu", "os", "ws", "n"})
    void shouldLiveOnWhateverNumberStandsInARowOfTheAccount(String type) {
        comeLive();
        String row =
                switch (type) {
                    case "te", "tu" -> FILL;
                    case "wu", "ws" -> "\"exchange\",\"USD\",1,0,1";
                    case "n" -> "1574694605000,\"on-req\",5,null,null,10,\"SUCCESS\",\"x\"";
                    default -> ORDER;
                };
        boolean isList = type.equals("os") || type.equals("ws");
        for (String number : NUMBERS) {
            for (int field = 0; field < row.split(",").length; field++) {
                String[] fields = row.split(",");
                fields[field] = number;
                String hostile = "[" + String.join(",", fields) + "]";
                take("[0,\"" + type + "\"," + (isList ? "[" + hostile + "]" : hostile) + "]");
            }
        }
    }

    @Test
    void shouldRefuseAPeriodThatNoLoanHas() {
        comeLive();
        long before = rig.count(Counter.FRAMES_MALFORMED);

        for (String row :
                List.of(
                        "[7,1073741824,0.0002,-5]",
                        "[7,1073741824,0,-1]",
                        "[[8,65536,0.0002,-5]]",
                        "[[8,65535,0.0002,-5]]")) {
            take("[17," + row + "]");
            answer();
        }

        assertEquals(3, rig.count(Counter.FRAMES_MALFORMED) - before);
    }

    @Test
    void shouldLiveOnWhateverBecomesOfRecordedFrames() throws IOException {
        comeLive();
        Random random = new Random(10);
        String spoilers = "\"[]{},:\\ 0-e.n9";
        for (String frame : sample()) {
            String onOurs = frame.replaceFirst("^\\[\\d+", "[" + (10 + random.nextInt(11)));
            for (int i = 0; i < 20; i++) {
                StringBuilder text = new StringBuilder(random.nextBoolean() ? frame : onOurs);
                for (int spoilt = random.nextInt(4); spoilt >= 0; spoilt--) {
                    char spoiler = spoilers.charAt(random.nextInt(spoilers.length()));
                    text.setCharAt(random.nextInt(text.length()), spoiler);
                }
                take(text.toString());
            }
        }
        incidents.drain(incident -> assertEquals(null, incident));
    }

    private static List<String> sample() throws IOException {
        try (InputStream in =
                HostileNumbersTest.class.getResourceAsStream("/frames/real-sample.jsonl")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> line.length() > 4 && line.length() < 2_000).toList();
        }
    }
}
