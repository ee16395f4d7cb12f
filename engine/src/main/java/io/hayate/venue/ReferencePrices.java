package io.hayate.venue;

import java.util.Map;

/** About what a currency costs in dollars: a known one for real, another by the hash of its name. */
final class ReferencePrices {
    private static final Map<String, Double> USD =
            Map.ofEntries(
                    Map.entry("USD", 1.0),
                    Map.entry("UST", 0.9987),
                    Map.entry("EUR", 1.1642),
                    Map.entry("GBP", 1.3391),
                    Map.entry("JPY", 0.006612),
                    Map.entry("BTC", 86_710.0),
                    Map.entry("ETH", 3_120.5),
                    Map.entry("LTC", 84.32),
                    Map.entry("XRP", 2.1345),
                    Map.entry("SOL", 137.62),
                    Map.entry("BNB", 871.3),
                    Map.entry("ADA", 0.48271),
                    Map.entry("DOGE", 0.16211),
                    Map.entry("DOT", 2.6543),
                    Map.entry("AVAX", 14.825),
                    Map.entry("LINK", 13.472),
                    Map.entry("TRX", 0.27845),
                    Map.entry("XMR", 384.2),
                    Map.entry("ETC", 13.914),
                    Map.entry("XLM", 0.24531),
                    Map.entry("SHIB", 0.0000087654),
                    Map.entry("BTT", 0.00000071234),
                    Map.entry("PEPE", 0.0000044321));

    private ReferencePrices() {}

    static double usd(String currency) {
        String name = plain(currency);
        Double known = USD.get(name);
        return known != null ? known : Random64.of(0, name).below(90_000) / 1_000.0 + 10;
    }

    /** Paper money and perpetuals cost what they stand for: TESTBTC, BTCF0, TESTUSDTF0. */
    private static String plain(String currency) {
        String name = currency.startsWith("TEST") ? currency.substring(4) : currency;
        name = name.endsWith("F0") ? name.substring(0, name.length() - 2) : name;
        return switch (name) {
            case "USDT", "USDC", "UDC" -> "UST";
            default -> name;
        };
    }
}
