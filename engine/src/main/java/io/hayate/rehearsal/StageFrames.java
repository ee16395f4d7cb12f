package io.hayate.rehearsal;

import java.io.IOException;
import java.util.SplittableRandom;

/**
 * What a venue says in a rehearsal: rows as the exchange writes them, with other numbers.
 *
 * <p>Frames carry sequence numbers and times or not, as the venue's do once a client has asked for
 * them.
 */
final class StageFrames {
    /** A ticker whose last price is at least this one asks for an order. */
    static final double CUE = 1_000_000;

    private static final long FIRST_ORDER = 200_068_689_232L;
    private static final long FIRST_TRADE = 1_721_977_293L;
    private static final int TEXT_MAX = 8_192;
    private static final int ROWS = 256; // enough that no branch predictor learns them
    private static final String MTS = "1755757983971";

    private final StageSocket socket;
    private final boolean numbered;
    private final SplittableRandom random = new SplittableRandom(1);
    private final String[] rows = new String[ROWS];
    private final byte[] text = new byte[TEXT_MAX];
    private int length;
    private long sequence;
    private long orders;
    private boolean bulk;

    StageFrames(StageSocket socket, boolean numbered) {
        this.socket = socket;
        this.numbered = numbered;
        for (int i = 0; i < ROWS; i++) {
            rows[i] = row(20_000 + random.nextInt(90_000), i % 4 == 0);
        }
    }

    /** True when the changes of a burst come in one frame. */
    boolean isBulk() {
        return bulk;
    }

    void bulk(boolean asked) {
        bulk = asked;
    }

    void event(String json) throws IOException {
        begin(json);
        socket.write(text, length);
    }

    /** A row or rows of a channel, with the word that they come under, if any. */
    void data(long channelId, String body) throws IOException {
        begin("[" + channelId + ",");
        add(body);
        end(false);
    }

    /** A ticker of a channel: of a market, or of a funding currency. */
    void ticker(long channelId, boolean funding, boolean cue) throws IOException {
        begin("[" + channelId + ",");
        if (funding) {
            add("[0.0003630968813535,0.00036309,120,697000,0.0003631,2,413000.00990677,");
            add("0.00000377,0.01049204,0.00036309,2000359.82036591,0.00037177,3.5e-7,");
            add("null,null,206500.00495338]");
        } else {
            add(cue ? row((int) CUE + random.nextInt(9_000), true) : rows[random.nextInt(ROWS)]);
        }
        end(false);
    }

    private String row(int price, boolean whole) {
        String fraction = whole ? "" : "." + (1 + random.nextInt(9));
        return "["
                + String.join(
                        ",",
                        price + fraction,
                        number(),
                        (price + 1) + fraction,
                        number(),
                        signed(),
                        signed(),
                        price + fraction,
                        number(),
                        number(),
                        number())
                + (random.nextInt(2) == 0 ? "]" : ",null]"); // as fields that come later do
    }

    /** An amount of a print: of either side. */
    String amount() {
        return signed();
    }

    String price() {
        return 20_000 + random.nextInt(90_000) + (random.nextInt(4) == 0 ? "" : ".5");
    }

    private String signed() {
        return random.nextBoolean() ? "-" + number() : number();
    }

    /** A number in one of the forms of the exchange, the common ones more often. */
    String number() {
        return switch (random.nextInt(8)) {
            case 0 -> Integer.toString(random.nextInt(10));
            case 1 -> Integer.toString(random.nextInt(100_000));
            case 2 -> (1 + random.nextInt(9)) + "e-8";
            case 3 -> (1 + random.nextInt(9)) + "." + random.nextInt(1_000) + "e-7";
            case 4, 5 -> "0.0" + random.nextInt(10_000_000);
            default -> random.nextInt(10_000) + "." + random.nextInt(100_000_000);
        };
    }

    void heartbeat(long channelId) throws IOException {
        begin("[" + channelId + ",\"hb\"");
        end(false);
    }

    private void account(String type, String body) throws IOException {
        begin("[0,\"" + type + "\"," + body);
        end(true);
    }

    /** Fills a market order: with all that the exchange says of it, or with the end alone. */
    void fill(String request) throws IOException {
        String cid = after(request, "\"cid\":", ',');
        String symbol = after(request, "\"symbol\":\"", '"');
        String amount = after(request, "\"amount\":\"", '"');
        long id = FIRST_ORDER + ++orders;
        String order = id + ",null," + cid + ",\"" + symbol + "\"," + MTS + "," + MTS + ",";
        String done = order + "0," + amount + row("EXECUTED @ 86711.0(" + amount + ")", "86711");
        if (orders % 4 == 0) {
            account("oc", "[" + done + "]");
            return;
        }
        String active = order + amount + "," + amount + row("ACTIVE", "0");
        String ack = ",\"on-req\",null,null,[" + active + "],null,\"SUCCESS\",\"Submitting.\"]";
        account("n", "[" + MTS + ack);
        String trade = "[" + (FIRST_TRADE + orders) + ",\"" + symbol + "\"," + MTS + "," + id;
        String fill = trade + "," + amount + ",86711,\"EXCHANGE MARKET\",86711,-1,";
        account("te", fill + "null,null," + cid + "]");
        account("oc", "[" + done + "]");
        account("wu", wallet("USD", 1_000_000 + orders + ".5"));
        account("tu", fill + "-0.00002,\"BTC\"," + cid + "]");
    }

    /** What comes after an account's key was taken. */
    void snapshots() throws IOException {
        account("ps", "[]");
        account("ws", "[" + wallet("USD", "1000000") + "," + wallet("BTC", "0.5") + "]");
        account("os", "[]");
        account("fos", "[]");
        account("bu", "[9983279.661,9983279.661]");
    }

    private static String wallet(String currency, String balance) {
        return "[\"exchange\",\"" + currency + "\"," + balance + ",0,null,null,null]";
    }

    private static String row(String status, String average) {
        return ",\"EXCHANGE MARKET\",null,null,null,0,\""
                + status
                + "\",null,null,86711,"
                + average
                + ",0,0,null,null,null,0,0,null,null,null,\"API>BFX\",null,null,null";
    }

    static String after(String text, String key, char end) {
        int from = text.indexOf(key) + key.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private void begin(String part) {
        length = 0;
        add(part);
    }

    @SuppressWarnings("deprecation") // ASCII, as are all frames: no need to encode
    private void add(String part) {
        part.getBytes(0, part.length(), text, length);
        length += part.length();
    }

    private void end(boolean account) throws IOException {
        if (numbered) {
            add("," + ++sequence + (account ? "," + (2_000 + orders) : ""));
            add("," + System.currentTimeMillis() + "]");
        } else {
            add("]");
        }
        socket.write(text, length);
    }
}
