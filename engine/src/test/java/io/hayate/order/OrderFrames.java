package io.hayate.order;

import java.util.Locale;

/**
 * What the venue says of one order, as text: the frames of channel 0, in the shapes and with the
 * fields of real ones.
 */
public final class OrderFrames {
    /** 2026-11-23 12:00 UTC, in ms. */
    public static final long NOON_MS = 1_795_435_200_000L;

    private static final double PRICE = 86_717;

    private final long clientOrderId;
    private final long orderId;
    private final String symbol;
    private final double amount;
    private final long createdMs;

    private OrderFrames(
            long clientOrderId, long orderId, String symbol, double amount, long createdMs) {
        this.clientOrderId = clientOrderId;
        this.orderId = orderId;
        this.symbol = symbol;
        this.amount = amount;
        this.createdMs = createdMs;
    }

    /**
     * The frames of an order.
     *
     * @param signedAmount positive to buy
     */
    public static OrderFrames of(
            long clientOrderId, long orderId, String symbol, double signedAmount) {
        return new OrderFrames(clientOrderId, orderId, symbol, signedAmount, NOON_MS);
    }

    /** The same order, made by the venue at another time. */
    public OrderFrames createdMs(long timeMs) {
        return new OrderFrames(clientOrderId, orderId, symbol, amount, timeMs);
    }

    /** {@code on}: a limit order rests, at the price of these frames. */
    public String restsAsLimit() {
        return rests().replace("EXCHANGE MARKET", "EXCHANGE LIMIT");
    }

    /** Number as the venue writes it. */
    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }

    private String row(double remaining, String status, double averagePrice) {
        return String.format(
                Locale.ROOT,
                "[%d,null,%d,\"%s\",%d,%d,%s,%s,\"EXCHANGE MARKET\",null,null,null,0,\"%s\",null,"
                        + "null,%s,%s,0,0,null,null,null,0,0,null,null,null,\"API>BFX\",null,null,"
                        + "null]",
                orderId,
                clientOrderId,
                symbol,
                createdMs,
                createdMs + 5,
                number(remaining),
                number(amount),
                status,
                number(PRICE),
                number(averagePrice));
    }

    /** {@code n on-req SUCCESS}. */
    public String accepted() {
        return notification("on-req", row(amount, "ACTIVE", 0), "SUCCESS", "Submitting order.");
    }

    /** {@code n on-req ERROR}: the row has no id. */
    public String refused(String text) {
        String row =
                String.format(
                        Locale.ROOT,
                        "[null,null,%d,\"%s\",null,null,%s,null,\"EXCHANGE MARKET\",null,null,null,"
                                + "null,null,null,null,null,null,null,null]",
                        clientOrderId,
                        symbol,
                        number(amount));
        return notification("on-req", row, "ERROR", text);
    }

    /** {@code n oc-req} with that status: {@code SUCCESS} or {@code ERROR}. */
    public String cancelAnswered(String status) {
        return notification("oc-req", row(amount, "ACTIVE", 0), status, "cancel: " + status);
    }

    private static String notification(String type, String row, String status, String text) {
        return "[0,\"n\",["
                + (NOON_MS + 3)
                + ",\""
                + type
                + "\",null,null,"
                + row
                + ",null,\""
                + status
                + "\",\""
                + text
                + "\"]]";
    }

    /** {@code on}: it rests. */
    public String rests() {
        return "[0,\"on\"," + row(amount, "ACTIVE", 0) + "]";
    }

    /** {@code ou}: filled in part. */
    public String partlyFilled(double remaining, double averagePrice) {
        return "[0,\"ou\"," + row(remaining, partly(remaining), averagePrice) + "]";
    }

    private String partly(double remaining) {
        return "PARTIALLY FILLED @ 86717.0(" + number(amount - remaining) + ")";
    }

    /** {@code oc EXECUTED}. */
    public String executed(double averagePrice) {
        String status = "EXECUTED @ " + averagePrice + "(" + number(amount) + ")";
        return "[0,\"oc\"," + row(0, status, averagePrice) + "]";
    }

    /** {@code oc} with any other word and rest. */
    public String closed(String status, double remaining, double averagePrice) {
        return "[0,\"oc\"," + row(remaining, status, averagePrice) + "]";
    }

    /** {@code te} of a part with the sign of the order. */
    public String fill(long tradeId, double part, double price) {
        return trade("te", tradeId, number(part), price, Long.toString(clientOrderId));
    }

    /** {@code te} whose amount is given as text. */
    public String fill(long tradeId, String part, double price) {
        return trade("te", tradeId, part, price, Long.toString(clientOrderId));
    }

    /** {@code te} as before 2020, without our number. */
    public String fillWithoutCid(long tradeId, double part, double price) {
        return trade("te", tradeId, number(part), price, "null");
    }

    /** {@code tu}: the same with its fee. */
    public String fee(long tradeId, double part, double price) {
        return trade("tu", tradeId, number(part), price, Long.toString(clientOrderId));
    }

    private String trade(String type, long tradeId, String part, double price, String cid) {
        boolean hasFee = type.equals("tu");
        return String.format(
                Locale.ROOT,
                "[0,\"%s\",[%d,\"%s\",%d,%d,%s,%s,\"EXCHANGE MARKET\",%s,-1,%s,%s,%s]]",
                type,
                tradeId,
                symbol,
                createdMs + 4,
                orderId,
                part,
                number(price),
                number(price),
                hasFee ? "-0.0000002" : "null",
                hasFee ? "\"BTC\"" : "null",
                cid);
    }

    /** Its row in a list of open orders. */
    public String open(double remaining, double averagePrice) {
        String status = remaining == amount ? "ACTIVE" : partly(remaining);
        return row(remaining, status, averagePrice);
    }

    /** {@code os}: the orders that are open as a session starts. */
    public static String listed(String... rows) {
        return "[0,\"os\",[" + String.join(",", rows) + "]]";
    }
}
