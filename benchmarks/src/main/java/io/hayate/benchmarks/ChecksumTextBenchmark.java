package io.hayate.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hayate.market.ChecksumText;
import io.hayate.number.Decimals;
import java.math.BigDecimal;
import java.util.zip.CRC32;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * Cost of the checksum of a book of 25 levels a side, prices whole or with two decimals and amounts
 * with eight: ours, from doubles, against a String put together, of the JDK's decimals.
 */
public class ChecksumTextBenchmark extends BenchmarkDefaults {
    private static final double PRICE_BASE = 41_650;

    private final ChecksumText text = new ChecksumText();
    private final double[] prices = new double[ChecksumText.LEVELS_MAX];
    private final double[] amounts = new double[ChecksumText.LEVELS_MAX];
    private int changed;

    /** Makes the book: bids and asks in turn. */
    @Setup
    public void setUp() {
        long[] units = Numbers.units(8);
        for (int i = 0; i < prices.length; i++) {
            int distance = (i / 2 + 1) * 125;
            prices[i] = PRICE_BASE + (i % 2 == 0 ? -distance : distance) / 100.0;
            amounts[i] = Math.abs(Decimals.toDouble(units[i] % 10_000_000_000L));
            amounts[i] = i % 2 == 0 ? amounts[i] : -amounts[i];
        }
    }

    /** Another amount each time, as in a book that moves. */
    private void change() {
        changed++;
        amounts[0] = (changed & 0xfffff) / 1e5 + 1;
    }

    /** Our text. */
    @Benchmark
    public int hayate() {
        change();
        text.clear();
        for (int i = 0; i < prices.length; i++) {
            text.add(prices[i], amounts[i]);
        }
        return text.value();
    }

    /** A String of decimals. */
    @Benchmark
    public int strings() {
        change();
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < prices.length; i++) {
            joined.append(i == 0 ? "" : ":").append(plain(prices[i]));
            joined.append(':').append(plain(amounts[i]));
        }
        CRC32 crc = new CRC32();
        crc.update(joined.toString().getBytes(US_ASCII));
        return (int) crc.getValue();
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
