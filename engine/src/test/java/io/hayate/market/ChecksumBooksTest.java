package io.hayate.market;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole books of the venue's own clients, with their updates: the checksum is the one expected. */
class ChecksumBooksTest {
    private static final Pattern ENTRY = Pattern.compile("\\[([^\\[\\],]+),(\\d+),([^\\[\\],]+)]");
    private static final int LEVELS = 25;

    private final Map<Double, Double> bids = new TreeMap<>(Collections.reverseOrder());
    private final Map<Double, Double> asks = new TreeMap<>();
    private final ChecksumText text = new ChecksumText();

    @ParameterizedTest
    @CsvSource({
        "checksum-sample.jsonl, 124, 30026640",
        "real-sample.jsonl, 123, 1770440002",
        "real-sample.jsonl, 81757, -1175357890"
    })
    void shouldBeExpectedChecksumAfterAllUpdates(String file, String channel, int expected)
            throws IOException {
        play(frames(file, channel));

        assertEquals(expected, checksum());
    }

    @Test
    void shouldDifferWhenUpdatesOfBurstAreStillToCome() throws IOException {
        List<String> frames = frames("checksum-sample.jsonl", "124");
        play(frames.subList(0, frames.size() - 1));

        assertNotEquals(30_026_640, checksum());
    }

    @Test
    void shouldDifferWhenLaterUpdateIsAppliedAlready() throws IOException {
        play(frames("real-sample.jsonl", "81757"));
        play(List.of("[81757,[0.0000011,12,266122.95]]"));

        assertNotEquals(-1_175_357_890, checksum());
    }

    @Test
    void shouldTakeWhatThereIsWhenSideIsShort() throws IOException {
        play(frames("real-sample.jsonl", "81757"));

        assertTrue(bids.size() < LEVELS, "bids: " + bids.size());
        assertEquals(-1_175_357_890, checksum());
        assertTrue(
                text.toString().endsWith(":0.00000191:-14500:0.00000193:-2422"), text.toString());
    }

    @Test
    void shouldNotBeExpectedChecksumWhenExponentsAreWrittenPlainly() throws IOException {
        play(frames("real-sample.jsonl", "81757"));
        checksum();

        String plain =
                Stream.of(text.toString().split(":"))
                        .map(number -> new BigDecimal(number).toPlainString())
                        .reduce((left, right) -> left + ":" + right)
                        .orElseThrow();
        assertTrue(text.toString().contains(":4.9e-7:10000:"));
        assertNotEquals(-1_175_357_890, crc(plain));
        assertEquals(-1_175_357_890, crc(text.toString()));
    }

    private static int crc(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(US_ASCII));
        return (int) crc.getValue();
    }

    /** The frames of a channel up to its first checksum. */
    private static List<String> frames(String file, String channel) throws IOException {
        try (InputStream in = ChecksumBooksTest.class.getResourceAsStream("/frames/" + file)) {
            return new String(in.readAllBytes(), US_ASCII)
                    .lines()
                    .filter(frame -> frame.startsWith("[" + channel + ","))
                    .takeWhile(frame -> !frame.contains("\"cs\""))
                    .toList();
        }
    }

    private void play(List<String> frames) {
        for (String frame : frames) {
            Matcher entry = ENTRY.matcher(frame);
            while (entry.find()) {
                double price = Double.parseDouble(entry.group(1));
                double amount = Double.parseDouble(entry.group(3));
                Map<Double, Double> side = amount > 0 ? bids : asks;
                if (entry.group(2).equals("0")) {
                    side.remove(price);
                } else {
                    side.put(price, amount);
                }
            }
        }
    }

    private int checksum() {
        text.clear();
        Iterator<Map.Entry<Double, Double>> bid = bids.entrySet().iterator();
        Iterator<Map.Entry<Double, Double>> ask = asks.entrySet().iterator();
        for (int i = 0; i < LEVELS; i++) {
            add(bid);
            add(ask);
        }
        return text.value();
    }

    private void add(Iterator<Map.Entry<Double, Double>> side) {
        if (side.hasNext()) {
            Map.Entry<Double, Double> level = side.next();
            text.add(level.getKey(), level.getValue());
        }
    }
}
