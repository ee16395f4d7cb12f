package io.hayate.recording.export;

import java.math.BigDecimal;

/** Numbers as texts: what the exchange wrote, without exponents. Nothing is rounded. */
final class ExportNumber {
    private ExportNumber() {}

    static String plain(String wire) {
        boolean hasExponent = wire.indexOf('e') >= 0 || wire.indexOf('E') >= 0;
        return hasExponent ? plain(new BigDecimal(wire)) : wire;
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Without its sign. */
    static String size(String wire) {
        return plain(isNegative(wire) ? wire.substring(1) : wire);
    }

    static boolean isNegative(String wire) {
        return wire.startsWith("-");
    }
}
