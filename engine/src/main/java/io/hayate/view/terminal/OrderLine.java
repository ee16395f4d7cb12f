package io.hayate.view.terminal;

import io.hayate.event.Event;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.OrderStatus;
import io.hayate.model.RequestKind;
import java.util.Locale;

/**
 * What happened to an order as one line.
 *
 * <pre>
 * order 1764000000123  BUY 0.01 BTCUSD market: accepted - Submitting exchange market buy order for 0.01 BTC.
 * order 1764000000123  BUY 0.01 BTCUSD: fill of 0.01 @ 97001
 * order 1764000000123  BUY 0.01 BTCUSD market: FILLED 0.01 @ 97001 - EXECUTED @ 97001.0(0.01)
 * order 1764000000123  BUY 0.01 BTCUSD: fee 0.00002 BTC for the fill of 0.01 @ 97001
 * </pre>
 */
final class OrderLine {
    private static final String NOT_NAMED = "an order that the venue does not name";

    private final Instruments instruments;
    private final OrderNames names = new OrderNames();
    private final ExecutionReport report = new ExecutionReport();

    OrderLine(Instruments instruments) {
        this.instruments = instruments;
    }

    /** The line for a report as it comes. */
    String of(Event event) {
        report.wrap(event);
        return switch (report.kind()) {
            case NO_OPEN_ORDERS -> "no orders are open at the venue";
            case FILL -> subject(event) + ": fill of " + fill();
            case FILL_FEE -> subject(event) + ": " + fee() + " for the fill of " + fill();
            case NOT_SENT -> subject(event) + ": never left" + because();
            case REFUSED_HERE -> subject(event) + ": refused here, nothing was sent" + because();
            case REQUEST_ANSWER -> subject(event) + ": " + requestAnswer() + because();
            case OPEN_ORDER -> subject(event) + ": open as the session starts, " + state();
            case OUTCOME_UNKNOWN -> subject(event) + ": OUTCOME UNKNOWN" + because();
            case FILL_ADOPTED -> subject(event) + ": fill of " + fill() + because();
            case NEW, CHANGED, CLOSED -> subject(event) + ": " + state();
        };
    }

    /** The line for an order that somebody asked about. */
    String answer(Event event) {
        report.wrap(event);
        return subject(event) + ": " + state() + venueNumber();
    }

    private String subject(Event event) {
        StringBuilder line = new StringBuilder(isNamed() ? names.of(report) : NOT_NAMED);
        double amount = amount();
        if (amount > 0 || report.fillAmount() > 0) { // else the side is not told either
            line.append("  ").append(report.side());
        }
        if (amount > 0) {
            line.append(' ').append(Figures.exact(amount));
        }
        if (event.instrumentId() != Instrument.NONE) {
            line.append(' ').append(instruments.get(event.instrumentId()).displayName());
        }
        return line.append(type()).toString();
    }

    private boolean isNamed() {
        return report.kind() != ReportKind.REQUEST_ANSWER
                || report.orderId() != 0
                || report.clientOrderId() != 0;
    }

    private double amount() {
        if (report.originalAmount() > 0) {
            return report.originalAmount();
        }
        return switch (report.kind()) {
            case FILL, FILL_FEE -> 0; // the fill's amount is not the order's
            default -> report.remainingAmount();
        };
    }

    private String type() {
        return switch (report.orderType()) {
            case EXCHANGE_MARKET -> " market";
            case EXCHANGE_LIMIT -> " limit @ " + Figures.exact(report.price());
            case MARKET -> " margin market";
            case LIMIT -> " margin limit @ " + Figures.exact(report.price());
            case OTHER -> "";
        };
    }

    private String fill() {
        return Figures.exact(report.fillAmount()) + " @ " + Figures.exact(report.fillPrice());
    }

    private String fee() {
        if (Double.isNaN(report.fee())) {
            return "fee not told";
        }
        String word = report.fee() > 0 ? "rebate " : "fee ";
        return word + Figures.exact(Math.abs(report.fee())) + " " + report.feeCurrency();
    }

    private String requestAnswer() {
        String known = report.isRefused() ? "REJECTED" : "answered, outcome NOT CLEAR";
        String verdict = report.isAccepted() ? "accepted" : known;
        return switch (requestOrDefault()) {
            case NEW_ORDER -> verdict;
            case UPDATE_ORDER -> "change " + verdict;
            case CANCEL_ORDER -> "cancel " + verdict;
        };
    }

    private RequestKind requestOrDefault() {
        return report.request() == null ? RequestKind.NEW_ORDER : report.request();
    }

    private String state() {
        OrderStatus status = report.status();
        if (status == null) {
            return "no status told" + because();
        }
        return switch (status) {
            case SUBMITTED -> "SUBMITTED, no answer understood yet" + because();
            case ACCEPTED, REJECTED -> status + because();
            case ACTIVE -> "ACTIVE" + remaining() + because();
            case PARTIALLY_FILLED -> "PARTIALLY FILLED" + remaining() + average() + because();
            case FILLED -> "FILLED" + filled() + average() + because();
            case CANCELED -> "CANCELED" + remaining() + average() + because();
            case UNKNOWN ->
                    "UNKNOWN: it may be filled, open, canceled or never have arrived" + because();
        };
    }

    private String remaining() {
        double remaining = report.remainingAmount();
        return remaining > 0 ? ", " + Figures.exact(remaining) + " not filled" : "";
    }

    private String filled() {
        return amount() > 0 ? " " + Figures.exact(amount()) : "";
    }

    private String average() {
        return report.averagePrice() > 0 ? " @ " + Figures.exact(report.averagePrice()) : "";
    }

    private String venueNumber() {
        return report.orderId() == 0 ? "" : " (the venue's number: " + report.orderId() + ")";
    }

    /** The venue's words, unless they only repeat the status. */
    private String because() {
        String text = report.text();
        OrderStatus status = report.status();
        String word = status == null ? "" : status.name().replace('_', ' ');
        boolean repeats = text.toUpperCase(Locale.ROOT).equals(word);
        return text.isEmpty() || repeats ? "" : " - " + text;
    }
}
