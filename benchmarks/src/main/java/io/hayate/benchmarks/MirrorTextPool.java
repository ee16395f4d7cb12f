package io.hayate.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hayate.simulation.InputSchedule;
import io.hayate.venue.exchange.MirrorInputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Texts of a public conversation as an exchange sends them, made from a seed: of each pair a book of 25
 * levels a side whose rows change most often near the touch, trades and tickers. They come over and
 * over, one each two microseconds.
 */
final class MirrorTextPool implements InputSchedule {
    private static final int TEXTS = 1 << 16;
    private static final long STEP_NS = 2_000;
    private static final int LEVELS = 25;
    private static final int PRICE = 86_710;
    private static final int CHANNELS = 10; // numbers that one pair takes

    private final MirrorInputs exchange;
    private final List<DirectBuffer> heads = new ArrayList<>();
    private final List<DirectBuffer> texts = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);
    private long given;
    private long dueNs = STEP_NS;

    MirrorTextPool(MirrorInputs exchange, List<String> symbols) {
        this.exchange = exchange;
        for (int i = 0; i < symbols.size(); i++) {
            subscribe(symbols.get(i), (i + 1) * CHANNELS);
        }
        while (texts.size() < TEXTS) {
            row((1 + random.nextInt(symbols.size())) * CHANNELS);
        }
        exchange.onOpen(1);
        heads.forEach(this::give);
    }

    private void subscribe(String symbol, int channel) {
        String pair = ",\"symbol\":\"" + symbol + "\",\"pair\":\"x\"";
        String begin = "{\"event\":\"subscribed\",\"chanId\":";
        head(
                begin
                        + channel
                        + ",\"channel\":\"book\",\"prec\":\"P0\",\"freq\":\"F0\",\"len\":\"25\""
                        + pair
                        + "}");
        head(begin + (channel + 1) + ",\"channel\":\"trades\"" + pair + "}");
        head(begin + (channel + 2) + ",\"channel\":\"ticker\"" + pair + "}");
        TreeMap<Integer, String> rows = new TreeMap<>();
        for (int i = 0; i < LEVELS; i++) {
            rows.put(i, "[" + (PRICE - i) + ",2,1.25]");
            rows.put(LEVELS + i, "[" + (PRICE + 1 + i) + ",1,-2.5]");
        }
        head("[" + channel + ",[" + String.join(",", rows.values()) + "]]");
    }

    private void head(String text) {
        heads.add(new UnsafeBuffer(text.getBytes(UTF_8)));
    }

    private void row(int channel) {
        int what = random.nextInt(100);
        String amount = String.format(Locale.ROOT, "%.4f", 0.1 + 9 * random.nextDouble());
        boolean isBid = random.nextBoolean();
        if (what < 93) {
            int away = Math.min((int) (-4 * Math.log(1 - random.nextDouble())), LEVELS - 1);
            int price = isBid ? PRICE - away : PRICE + 1 + away;
            add("[" + channel + ",[" + price + ",2," + (isBid ? "" : "-") + amount + "]]");
        } else if (what < 98) {
            int price = isBid ? PRICE : PRICE + 1;
            String print = "[" + texts.size() + ",1764000000000," + (isBid ? "-" : "") + amount;
            add("[" + (channel + 1) + ",\"te\"," + print + "," + price + "]]");
        } else {
            add(
                    "["
                            + (channel + 2)
                            + ",["
                            + PRICE
                            + ",31.8,"
                            + (PRICE + 1)
                            + ",43.3,-550.8,-0.0674,"
                            + (PRICE + what % 2)
                            + ",8314.7,88257.8,85000]]");
        }
    }

    private void add(String text) {
        texts.add(new UnsafeBuffer(text.getBytes(UTF_8)));
    }

    private void give(DirectBuffer text) {
        exchange.onText(1, text, 0, text.capacity());
    }

    @Override
    public long nextDueNs() {
        return dueNs;
    }

    @Override
    public void step() {
        give(texts.get((int) (given++ & (TEXTS - 1))));
        dueNs += STEP_NS;
    }

    /** How many were given, without those of the begin. */
    long given() {
        return given;
    }
}
