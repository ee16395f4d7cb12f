package io.hayate.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * What a {@link FastVenue} says of tickers, trades, a book and candles of one market, made ahead. The
 * best bid has one amount, and another, in turn.
 */
public final class MarketTexts {
    private static final int LEVELS = 25;

    private MarketTexts() {}

    /** What each channel begins with. */
    public static String[] snapshots() {
        return new String[] {snapshot(), "[18,[]]", "[20,[]]"};
    }

    private static String snapshot() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < LEVELS; i++) {
            rows.append("[").append(86_700 - i).append(",2,1.5],");
        }
        for (int i = 0; i < LEVELS; i++) {
            rows.append(i == 0 ? "[" : ",[").append(86_701 + i).append(",3,-0.25]");
        }
        return "[" + FastVenue.BOOK + ",[" + rows + "]]";
    }

    private static int checksum(String bestAmount) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LEVELS; i++) {
            text.append(i == 0 ? "" : ":").append(86_700 - i).append(':');
            text.append(i == 0 ? bestAmount : "1.5");
            text.append(':').append(86_701 + i).append(":-0.25");
        }
        CRC32 crc = new CRC32();
        crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
        return (int) crc.getValue();
    }

    /** So many rounds of all kinds of data, seven events each, a ticker the last. */
    public static byte[] write(int rounds) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < rounds; i++) {
            String amount = i % 2 == 0 ? "2.5" : "1.5";
            add(bytes, "[18,\"te\",[" + (4_000 + i) + ",1755757983971,0.5,86700]]");
            add(bytes, "[19,[86650,1,0.75]]"); // one more, and away again
            add(bytes, "[19,[86650,0,1]]");
            add(bytes, "[19,[86700,2," + amount + "]]");
            add(bytes, "[19,\"cs\"," + checksum(amount) + "]");
            add(bytes, "[20,[1755757980000,86700,86701,86750,86650," + i + ".5]]");
            add(bytes, FastVenue.TICKER);
        }
        return bytes.toByteArray();
    }

    private static void add(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(FastVenue.frame(text));
    }
}
