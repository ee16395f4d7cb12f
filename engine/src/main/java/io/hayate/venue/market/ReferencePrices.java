package io.hayate.venue.market;

import io.hayate.venue.base.Random64;

/** About what a currency costs in dollars: a known one for real, another by the hash of its name. */
public final class ReferencePrices {
    private ReferencePrices() {}

    /** What one of this currency costs, in dollars. */
    public static double usd(String currency) {
        String name = plain(currency);
        return switch (name) {
            case "USD" -> 1.0;
            case "UST" -> 0.9987;
            case "EUR" -> 1.1642;
            case "GBP" -> 1.3391;
            case "JPY" -> 0.006612;
            case "BTC" -> 86_710.0;
            case "ETH" -> 3_120.5;
            case "LTC" -> 84.32;
            case "XRP" -> 2.1345;
            case "SOL" -> 137.62;
            case "BNB" -> 871.3;
            case "ADA" -> 0.48271;
            case "DOGE" -> 0.16211;
            case "DOT" -> 2.6543;
            case "AVAX" -> 14.825;
            case "LINK" -> 13.472;
            case "TRX" -> 0.27845;
            case "XMR" -> 384.2;
            case "ETC" -> 13.914;
            case "XLM" -> 0.24531;
            case "SHIB" -> 0.0000087654;
            case "BTT" -> 0.00000071234;
            case "PEPE" -> 0.0000044321;
            default -> Random64.of(0, name).below(90_000) / 1_000.0 + 10;
        };
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
