package io.hayate.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a recording as Hayate does, made from a seed: of each pair a book of 25 levels a side whose
 * rows change most often near the touch, whose price walks by ticks, its trades and its ticker. Of 100
 * texts some 85 are rows of books, 5 trades, 10 tickers; they come one after the other at one distance.
 */
final class RecordedHour {
    private static final long START_US = 1_764_000_000_000_000L;
    private static final int LEVELS = 25;
    private static final int CHANNELS = 10; // numbers that one pair takes
    private static final int PRICE = 86_710;
    private static final int BOOK_PERCENT = 85;
    private static final int TRADE_PERCENT = 90;
    private static final int MOVE_PERCENT = 2; // of rows, each of which brings three more

    private final OutputStream out;
    private final long texts;
    private final long stepUs;
    private final int[] prices; // best bids; the best ask is one more
    private final SplittableRandom random = new SplittableRandom(1);
    private final StringBuilder line = new StringBuilder();
    private long written;
    private long timeUs;
    private long trades;

    private RecordedHour(OutputStream out, int symbols, long texts, long stepUs) {
        this.out = out;
        this.texts = texts;
        this.stepUs = stepUs;
        prices = new int[symbols];
    }

    /**
     * Writes so many texts behind the subscriptions and snapshots.
     *
     * @param file is made, or written over
     */
    static void write(Path file, int symbols, long texts, long stepUs) throws IOException {
        try (OutputStream out =
                new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            new RecordedHour(out, symbols, texts, stepUs).write();
        }
    }

    /** The symbol of this number. */
    static String symbol(int number) {
        return String.format(Locale.ROOT, "tA%02dUSD", number);
    }

    private void write() throws IOException {
        String head = "{\"k\":\"recording\",\"version\":1,\"ns\":0,\"us\":" + START_US;
        add(head + ",\"hayate\":\"made\",\"java\":\"made\",\"settings\":{}}");
        add("{\"k\":\"open\",\"c\":1,\"ns\":0,\"us\":" + START_US + ",\"public\":true}");
        text("{\"event\":\"info\",\"version\":2,\"platform\":{\"status\":1}}");
        for (int i = 0; i < prices.length; i++) {
            subscribe(i);
        }
        written = 0;
        while (written < texts) {
            event(random.nextInt(prices.length));
        }
        add("{\"k\":\"end\",\"c\":0,\"ns\":" + 1_000 * timeUs + ",\"us\":" + wallUs() + "}");
    }

    private long wallUs() {
        return START_US + timeUs;
    }

    private void add(String text) throws IOException {
        out.write((text + "\n").getBytes(US_ASCII));
    }

    private void text(String text) throws IOException {
        if (written == texts) {
            return; // the rest of a move
        }
        written++;
        timeUs += stepUs;
        line.setLength(0);
        line.append("{\"k\":\"in\",\"c\":1,\"ns\":").append(1_000 * timeUs);
        line.append(",\"us\":").append(wallUs()).append(",\"f\":").append(text).append('}');
        add(line.toString());
    }

    private void subscribe(int number) throws IOException {
        prices[number] = PRICE;
        int channel = channel(number);
        String pair = ",\"symbol\":\"" + symbol(number) + "\",\"pair\":\"x\"}";
        String begin = "{\"event\":\"subscribed\",\"chanId\":";
        String book = ",\"channel\":\"book\",\"prec\":\"P0\",\"freq\":\"F0\",\"len\":\"25\"";
        text(begin + channel + book + pair);
        text(begin + (channel + 1) + ",\"channel\":\"trades\"" + pair);
        text(begin + (channel + 2) + ",\"channel\":\"ticker\"" + pair);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < LEVELS; i++) {
            rows.append("[").append(PRICE - i).append(",2,").append(amount()).append("],");
        }
        for (int i = 0; i < LEVELS; i++) {
            rows.append("[").append(PRICE + 1 + i).append(",1,-").append(amount()).append("],");
        }
        text("[" + channel + ",[" + rows.substring(0, rows.length() - 1) + "]]");
        ticker(number);
    }

    private static int channel(int number) {
        return (number + 1) * CHANNELS;
    }

    private String amount() {
        return Double.toString((1_000 + random.nextInt(90_000)) / 1e4);
    }

    private void event(int number) throws IOException {
        int what = random.nextInt(100);
        if (what < MOVE_PERCENT) {
            move(number, random.nextBoolean());
        } else if (what < BOOK_PERCENT) {
            row(number);
        } else if (what < TRADE_PERCENT) {
            trade(number);
        } else {
            ticker(number);
        }
    }

    /** The touch of one side is gone, and the other side is where it was. */
    private void move(int number, boolean isUp) throws IOException {
        int bid = prices[number];
        int first = isUp ? bid + 1 : bid;
        int last = isUp ? bid - LEVELS + 1 : bid + LEVELS;
        String sign = isUp ? "-" : "";
        String other = isUp ? "" : "-";
        int beyond = isUp ? bid + LEVELS + 1 : bid - LEVELS;
        prices[number] = isUp ? bid + 1 : bid - 1;
        row(number, first, 0, sign + "1");
        row(number, last, 0, other + "1");
        row(number, first, 1, other + amount());
        row(number, beyond, 1, sign + amount());
    }

    private void row(int number) throws IOException {
        int away = Math.min((int) (-4 * Math.log(1 - random.nextDouble())), LEVELS - 1);
        boolean isBid = random.nextBoolean();
        int price = isBid ? prices[number] - away : prices[number] + 1 + away;
        row(number, price, 1 + random.nextInt(5), (isBid ? "" : "-") + amount());
    }

    private void row(int number, int price, int count, String amount) throws IOException {
        text("[" + channel(number) + ",[" + price + "," + count + "," + amount + "]]");
    }

    private void trade(int number) throws IOException {
        boolean isBuy = random.nextBoolean();
        String print = ++trades + "," + wallUs() / 1_000 + "," + (isBuy ? "" : "-") + amount();
        int price = isBuy ? prices[number] + 1 : prices[number];
        text("[" + (channel(number) + 1) + ",\"te\",[" + print + "," + price + "]]");
    }

    private void ticker(int number) throws IOException {
        int bid = prices[number];
        String touch = bid + "," + amount() + "," + (bid + 1) + "," + amount();
        String day = (bid - PRICE) + ",0.001," + bid + ",8314.7,88257.8,85000";
        text("[" + (channel(number) + 2) + ",[" + touch + "," + day + "]]");
    }
}
