package io.hayate.codec;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.hayate.event.BookChecksum;
import io.hayate.event.BookEntry;
import io.hayate.event.Candle;
import io.hayate.event.DerivativeStatus;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.Liquidation;
import io.hayate.event.Ticker;
import io.hayate.event.Trade;
import io.hayate.model.Instruments;
import java.math.BigDecimal;

/** Events of market data as lines to compare: what they are, then each field in the wire's order. */
final class EventLines {
    private EventLines() {}

    static String of(EventType type, Event event, Instruments instruments) {
        return switch (type) {
            case TICKER -> of(new Ticker().wrap(event));
            case TRADE -> of(new Trade().wrap(event));
            case BOOK_ENTRY -> of(new BookEntry().wrap(event));
            case BOOK_CHECKSUM -> "BOOK_CHECKSUM " + new BookChecksum().wrap(event).value();
            case CANDLE -> of(new Candle().wrap(event));
            case DERIVATIVE_STATUS -> of(new DerivativeStatus().wrap(event));
            case LIQUIDATION -> of(new Liquidation().wrap(event), instruments);
            default -> type.name();
        };
    }

    private static String of(Ticker ticker) {
        return line(
                "TICKER",
                ticker.flashReturnRate(),
                ticker.bidPrice(),
                ticker.bidPeriod(),
                ticker.bidAmount(),
                ticker.askPrice(),
                ticker.askPeriod(),
                ticker.askAmount(),
                ticker.dailyChange(),
                ticker.dailyChangeRelative(),
                ticker.lastPrice(),
                ticker.volume(),
                ticker.high(),
                ticker.low(),
                ticker.flashReturnAmount());
    }

    private static String of(Trade trade) {
        return line(
                trade.isUpdate() ? "TRADE again" : "TRADE",
                trade.id(),
                trade.timeMs(),
                trade.side(),
                trade.amount(),
                trade.price(),
                trade.period());
    }

    private static String of(BookEntry entry) {
        return line(
                entry.isDelete() ? "BOOK_ENTRY delete" : "BOOK_ENTRY",
                entry.orderId(),
                entry.price(),
                entry.period(),
                entry.count(),
                entry.side(),
                entry.amount());
    }

    private static String of(Candle candle) {
        return line(
                "CANDLE",
                candle.timeMs(),
                candle.open(),
                candle.close(),
                candle.high(),
                candle.low(),
                candle.volume());
    }

    private static String of(DerivativeStatus status) {
        return line(
                "DERIVATIVE_STATUS",
                status.timeMs(),
                status.price(),
                status.spotPrice(),
                status.insuranceFundBalance(),
                status.nextFundingTimeMs(),
                status.nextFundingAccrued(),
                status.nextFundingStep(),
                status.currentFunding(),
                status.markPrice(),
                status.openInterest(),
                status.clampMin(),
                status.clampMax());
    }

    private static String of(Liquidation liquidation, Instruments instruments) {
        int instrument = liquidation.event().instrumentId();
        return line(
                "LIQUIDATION",
                liquidation.positionId(),
                liquidation.timeMs(),
                instrument < 0 ? "none" : instruments.get(instrument).symbol(),
                liquidation.amount(),
                liquidation.basePrice(),
                liquidation.isMatch(),
                liquidation.isMarketSold(),
                liquidation.price());
    }

    private static String line(String name, Object... fields) {
        StringBuilder line = new StringBuilder(name);
        for (Object field : fields) {
            line.append(' ').append(field instanceof Double value ? plain(value) : field);
        }
        return line.toString();
    }

    /** Without an exponent; shortest digits on every JDK. */
    private static String plain(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        BigDecimal decimal = new BigDecimal(NumberOutput.toString(value, true));
        return value == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
