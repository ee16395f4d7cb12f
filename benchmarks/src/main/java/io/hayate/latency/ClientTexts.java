package io.hayate.latency;

/** What the clients here say, and the one rule of their strategy. */
final class ClientTexts {
    static final String AUTH =
            "{\"event\":\"auth\",\"apiKey\":\"key\",\"authSig\":\"0\",\"authPayload\":\"AUTH1\","
                    + "\"authNonce\":\"1\"}";
    private static final double LAST_AT_LEAST = Triggers.FIRST_ID;
    private static final int LETTERS = 26;

    private ClientTexts() {}

    /** The n-th symbol: BTCUSD, then made-up ones of the same length. */
    static String symbol(int index) {
        if (index == 0) {
            return "BTCUSD";
        }
        char second = (char) ('A' + index / LETTERS % LETTERS);
        return "X" + second + (char) ('A' + index % LETTERS) + "USD";
    }

    static String subscribe(int index) {
        return "{\"event\":\"subscribe\",\"channel\":\"ticker\",\"symbol\":\"t"
                + symbol(index)
                + "\"}";
    }

    /** True if a ticker with this last price asks for an order. */
    static boolean isTrigger(double last) {
        return last >= LAST_AT_LEAST;
    }

    static String order(long clientOrderId) {
        return "[0,\"on\",null,{\"cid\":"
                + clientOrderId
                + ",\"type\":\"EXCHANGE MARKET\",\"symbol\":\"tBTCUSD\",\"amount\":\"0.001\"}]";
    }
}
