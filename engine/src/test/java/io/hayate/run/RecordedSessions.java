package io.hayate.run;

import io.hayate.engine.BookOracle;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Sessions in the manner of the venue, made up from a seed: books that move in bursts each 100 ms, prints
 * told twice, tickers and heartbeats each 15 s, answers late and in an order of their own, and two
 * channels that nobody asks for.
 */
final class RecordedSessions {
    /** What is to be asked for when {@link #withSequence} is played. */
    static final List<String> NUMBERED =
            List.of(
                    "book tBTCUSD P0 25",
                    "book tETHUSD P0 100",
                    "book tIOTETH P0 25",
                    "book tBFTUSD P0 25",
                    "book tXRPUSD P0 25",
                    "book tDOGE:BTC P0 25",
                    "book tLTCUSD P0 25",
                    "book tEOSUSD P0 25",
                    "trades tBTCUSD",
                    "trades tETHUSD",
                    "trades tBFTUSD",
                    "trades fUSD",
                    "ticker tBTCUSD",
                    "ticker tETHUSD",
                    "ticker tIOTETH",
                    "ticker tBFTUSD",
                    "ticker tXRPUSD",
                    "ticker tDOGE:BTC",
                    "ticker fUSD",
                    "ticker fUST");

    /** What is to be asked for when {@link #withChecksums} is played. */
    static final List<String> CHECKED =
            List.of(
                    "book tBTCUSD P0 25",
                    "book tETHUSD P0 100",
                    "book tDOGE:BTC P0 25",
                    "book tIOTETH P0 250",
                    "book fUSD P0 25",
                    "book tBTCUSD R0 25",
                    "ticker tDOGE:BTC");

    private static final Map<String, String> TICKS =
            Map.of("tBTCUSD", "1", "tETHUSD", "0.1", "tIOTETH", "1e-7", "tDOGE:BTC", "1e-8");
    private static final Map<String, Integer> MIDDLES =
            Map.of("tBTCUSD", 86_700, "tETHUSD", 31_234, "tIOTETH", 10_261, "tDOGE:BTC", 71);
    private static final List<String> UNWANTED = List.of("book tZECUSD P0 25", "ticker tNEOUSD");
    private static final int TICKS_A_BEAT = 150; // 15 s
    private static final int TICKS_A_CHECKSUM = 25;

    private final Recording recording;
    private final boolean checked;
    private final Random random = new Random(7);
    private final Map<String, RecordedBook> books = new LinkedHashMap<>();
    private final Map<String, BookOracle> oracles = new LinkedHashMap<>();
    private final Map<Long, String> orders = new TreeMap<>(); // of the raw book
    private long trade = 669_899_159;
    private long order = 86_143_776_990L;

    private RecordedSessions(int flags, long first) {
        recording = new Recording(flags, first);
        checked = (flags & 131_072) != 0;
    }

    /** So many ticks of 100 ms of twenty channels; the first array frame has this number. */
    static Recording withSequence(int ticks, long first) {
        return new RecordedSessions(65_536, first).play(NUMBERED, ticks);
    }

    /** As before, but the recording began when all channels had long been heard. */
    static Recording fromTheMiddle(int ticks) {
        RecordedSessions session = new RecordedSessions(65_536, 1);
        session.recording.heard(false);
        session.play(NUMBERED, 50);
        session.recording.heard(true);
        for (int tick = 51; tick <= ticks; tick++) {
            session.tick(NUMBERED, tick);
        }
        return session.recording;
    }

    /** So many ticks of books with checksums, their frames numbered or not. */
    static Recording withChecksums(int ticks, boolean numbered) {
        return new RecordedSessions(131_072 + (numbered ? 65_536 : 0), 1).play(CHECKED, ticks);
    }

    private Recording play(List<String> asked, int ticks) {
        List<String> channels = new ArrayList<>(asked);
        channels.addAll(UNWANTED);
        channels.forEach(recording::id);
        recording.heartbeats(); // before any is known
        answer(channels, "ticker");
        answer(channels, "trades");
        for (int tick = 0; tick < 20; tick++) {
            prints(channels);
        }
        recording.heartbeats();
        answer(channels, "book");
        for (int tick = 1; tick <= ticks; tick++) {
            tick(channels, tick);
        }
        return recording;
    }

    /** The last that was asked for is answered first. */
    private void answer(List<String> channels, String kind) {
        for (int i = channels.size() - 1; i >= 0; i--) {
            if (channels.get(i).startsWith(kind)) {
                recording.subscribed(channels.get(i));
                snapshot(channels.get(i), symbol(channels.get(i)));
            }
        }
    }

    private static String symbol(String channel) {
        return channel.split(" ", -1)[1];
    }

    private void snapshot(String channel, String symbol) {
        if (channel.startsWith("ticker")) {
            ticker(channel);
        } else if (channel.startsWith("trades")) {
            recording.add(channel, symbol.equals("tBFTUSD") ? "[]" : pastTrades(symbol));
        } else if (channel.contains(" R0 ")) {
            oracles.put(channel, new BookOracle(true));
            rawSnapshot(channel);
        } else if (symbol.startsWith("f")) {
            recording.add(channel, "[[0.00031,30,1,-1500.5],[0.0003,2,3,-2],[0.00032,2,1,9e-7]]");
        } else {
            String tick = TICKS.getOrDefault(symbol, "0.00001");
            int middle = MIDDLES.getOrDefault(symbol, 6_896);
            RecordedBook book = new RecordedBook(channel.hashCode(), tick, middle);
            BookOracle oracle = new BookOracle(false);
            books.put(channel, book);
            oracles.put(channel, oracle);
            recording.add(channel, book.snapshot(oracle::apply));
        }
    }

    private String pastTrades(String symbol) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            rows.add(trade(symbol, trade - i));
        }
        trade++;
        return "[" + String.join(",", rows) + "]";
    }

    private String trade(String symbol, long id) {
        String amount = RecordedBook.text(BigDecimal.valueOf(random.nextInt(1 << 30) - 500L, 8));
        String what = symbol.startsWith("f") ? "0.00023647,2" : "10087.98969503";
        return "[" + id + "," + (1_618_665_870_435L + id % 1_000) + "," + amount + "," + what + "]";
    }

    private void ticker(String channel) {
        boolean funding = symbol(channel).startsWith("f");
        String last = RecordedBook.text(BigDecimal.valueOf(random.nextInt(9_999), 8));
        recording.add(
                channel,
                funding
                        ? "[0.00028313972602739723,0.00030136986301369865,120,20745655.56191528,0.000189,"
                                + "2,31161.03854597,0.00003248,0.1794,"
                                + last
                                + ",44274941.22836571,0.000233,7.1e-7,null,null,21978170.88340614]"
                        : "[0.0010261,168741.00600069,0.0010274,19203.444049780002,-9.7e-7,0.0096,"
                                + last
                                + ",254458.43862825,0.001075,0.000979,null]");
    }

    private void tick(List<String> channels, int tick) {
        books.forEach((channel, book) -> book.move().forEach(row -> row(channel, row)));
        if (checked) {
            moveOthers(tick);
        }
        if (tick % 3 == 0) {
            prints(channels);
        }
        if (tick % TICKS_A_BEAT == 0) {
            channels.stream().filter(c -> c.startsWith("ticker")).forEach(this::ticker);
            recording.heartbeats();
        }
    }

    private void row(String channel, String row) {
        oracles.get(channel).apply(row);
        recording.add(channel, row);
    }

    /** A taker sweeps two levels: both are told as they happen, then both again. */
    private void prints(List<String> channels) {
        for (String channel : channels) {
            if (channel.startsWith("trades") && random.nextBoolean()) {
                String symbol = symbol(channel);
                String f = symbol.startsWith("f") ? "f" : "";
                String first = trade(symbol, ++trade);
                String second = trade(symbol, ++trade);
                recording.add(channel, "\"" + f + "te\"," + first);
                recording.add(channel, "\"" + f + "te\"," + second);
                recording.add(channel, "\"" + f + "tu\"," + first);
                recording.add(channel, "\"" + f + "tu\"," + second);
            }
        }
    }

    private void moveOthers(int tick) {
        moveRaw("book tBTCUSD R0 25");
        String funding = "book fUSD P0 25";
        recording.add(funding, "[0.000" + (305 + tick % 9) + ",2,1," + (tick % 2 * 2 - 1) + "]");
        if (tick % TICKS_A_CHECKSUM == 0) {
            oracles.forEach(this::checksum);
            recording.unreliable(funding, tick);
        }
    }

    private void checksum(String channel, BookOracle oracle) {
        if (!UNWANTED.contains(channel)) {
            recording.checksum(channel, oracle.checksum());
        }
    }

    private void rawSnapshot(String channel) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            rows.add(newOrder(i % 2 == 0));
        }
        rows.forEach(oracles.get(channel)::apply);
        recording.add(channel, "[" + String.join(",", rows) + "]");
    }

    /** Several at one price, and prices of more digits than a level's. */
    private String newOrder(boolean isBid) {
        order += 1 + random.nextInt(99_999);
        return order(order, isBid);
    }

    private String order(long id, boolean isBid) {
        int distance = 1 + random.nextInt(12);
        String price =
                (41_660 + (isBid ? -distance : distance)) + (distance > 9 ? ".00243644" : "");
        String amount = RecordedBook.text(BigDecimal.valueOf(1 + random.nextInt(1 << 28), 8));
        orders.put(id, isBid ? "bid" : "ask");
        return "[" + id + "," + price + "," + (isBid ? "" : "-") + amount + "]";
    }

    private void moveRaw(String channel) {
        List<Long> ids = new ArrayList<>(orders.keySet());
        long gone = ids.get(random.nextInt(ids.size()));
        boolean isBid = orders.remove(gone).equals("bid");
        row(channel, "[" + gone + ",0," + (isBid ? 1 : -1) + "]");
        row(channel, newOrder(isBid));
        long changed = ids.get(random.nextInt(ids.size()));
        if (changed != gone) {
            row(channel, order(changed, orders.get(changed).equals("bid")));
        }
    }
}
