package io.hayate.history;

/** Rows of the venue's REST, as texts. */
final class RestRows {
    private RestRows() {}

    /** An order that was canceled at this time. */
    static String ended(long id, long timeMs) {
        return order(id, timeMs, "CANCELED");
    }

    /** An order that is open. */
    static String open(long id, long timeMs) {
        return order(id, timeMs, "ACTIVE");
    }

    private static String order(long id, long timeMs, String status) {
        return "["
                + id
                + ",null,7,\"tBTCUSD\","
                + (timeMs - 5)
                + ","
                + timeMs
                + ",0.5,0.5,\"EXCHANGE LIMIT\",null,null,null,0,\""
                + status
                + "\",null,null,9000,0,0,0,null,null,null,0,0,null,null,null,\"API>BFX\",null,null,{}]";
    }

    /** A fill of this order. */
    static String fill(long id, long orderId, long timeMs) {
        return "["
                + id
                + ",\"tBTCUSD\","
                + timeMs
                + ","
                + orderId
                + ",0.25,9000,\"EXCHANGE LIMIT\",9000,1,-0.1,\"BTC\",7]";
    }
}
