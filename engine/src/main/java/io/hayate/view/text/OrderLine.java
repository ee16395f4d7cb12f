package io.hayate.view.text;

import io.hayate.event.Event;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.model.Counts;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.OrderFlag;
import io.hayate.model.OrderStatus;
import io.hayate.model.OrderType;
import io.hayate.model.RequestKind;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;

/**
 * What happened to an order as one line.
 *
 * <pre>
 * order 1764000000123 BUY 0.01 BTCUSD market: FILLED @ 97001, fee 0.00002 BTC
 * order 1764000000124 BUY 0.01 BTCUSD limit @ 90000: ACTIVE, 0.01 not filled
 * order 1764000000124 BUY 0.01 BTCUSD limit @ 90000 post-only: REJECTED - Invalid order
 * order 1764000000124 BUY BTCUSD limit @ 90000: fill of 0.004 @ 90000
 * </pre>
 */
public final class OrderLine {
    private static final String NOT_NAMED = "an order that the venue does not name";

    /** Words of the venue that tell in its own way what the line tells already. */
    private static final Pattern REPEATED =
            Pattern.compile(
                    "(EXECUTED|PARTIALLY FILLED) @ [-0-9.e]+\\([-0-9.e]+\\)"
                            + "|Submitting [a-z ]+ order for [-0-9.e]+ [A-Za-z0-9:]+\\.");

    private final Instruments instruments;
    private final String mark;
    private final OrderNames names = new OrderNames();
    private final ExecutionReport report = new ExecutionReport();

    public OrderLine(Instruments instruments) {
        this(instruments, "");
    }

    /**
     * Lines that are marked.
     *
     * @param mark stands before each; empty for none
     */
    public OrderLine(Instruments instruments, String mark) {
        this.instruments = instruments;
        this.mark = mark.isEmpty() ? "" : mark + " ";
    }

    /** How the order is named in all lines about it. */
    String name(ExecutionReport of) {
        return names.of(of);
    }

    /** The line for a report as it comes. */
    public AttributedString of(Event event) {
        report.wrap(event);
        StyledLine line = begin();
        switch (report.kind()) {
            case NO_OPEN_ORDERS -> line.add("no orders are open at the venue");
            case FILL -> subject(line, event).add("fill of " + fill());
            case FILL_FEE -> subject(line, event).add("fee or rebate of " + fill());
            case NOT_SENT -> subject(line, event).add("never left", Paint.BAD).add(because());
            case REFUSED_HERE ->
                    subject(line, event)
                            .add("refused here, nothing was sent", Paint.BAD)
                            .add(because());
            case REQUEST_ANSWER -> requestAnswer(subject(line, event)).add(because());
            case OPEN_ORDER -> state(subject(line, event).add("open as the session starts, "));
            case OUTCOME_UNKNOWN ->
                    subject(line, event).add("OUTCOME UNKNOWN", Paint.ALARM).add(because());
            case FILL_ADOPTED -> subject(line, event).add("fill of " + fill() + because());
            case NEW, CHANGED, CLOSED -> state(subject(line, event));
        }
        return line.toLine();
    }

    /** One line for the latest state of an order, if any is told, with fills and fees. */
    AttributedString of(Event last, FillTally fills) {
        report.wrap(last);
        StyledLine line = subject(begin(), last);
        String fees = fills.feeText();
        boolean hasState = report.kind() != ReportKind.FILL && report.kind() != ReportKind.FILL_FEE;
        if (!hasState) {
            String fill = fills.fills() > 0 ? fills.fillText() : "";
            return line.add(fill + (fill.isEmpty() || fees.isEmpty() ? "" : ", ") + fees).toLine();
        }
        if (report.kind() == ReportKind.REQUEST_ANSWER) {
            requestAnswer(line);
        } else {
            status(line);
        }
        boolean tellsPrice = report.status() == OrderStatus.FILLED && report.averagePrice() > 0;
        if (!tellsPrice && fills.fills() > 0) {
            line.add(", " + fills.fillText());
        } else if (fills.fills() > 1) {
            line.add(" in " + Counts.of(fills.fills(), "fill"));
        }
        return line.add(fees.isEmpty() ? "" : ", " + fees).add(because()).toLine();
    }

    /** The line for an order that somebody asked about. */
    public AttributedString answer(Event event) {
        report.wrap(event);
        return state(subject(begin(), event)).add(venueNumber()).toLine();
    }

    private StyledLine begin() {
        StyledLine line = new StyledLine();
        return mark.isEmpty() ? line : line.add(mark, Paint.TITLE);
    }

    private StyledLine subject(StyledLine line, Event event) {
        line.add(isNamed() ? names.of(report) : NOT_NAMED);
        double amount = amount();
        if (amount > 0 || report.fillAmount() > 0) { // else the side is not told either
            line.add(" ").add(report.side().name(), Paint.of(report.side()));
        }
        if (amount > 0) {
            line.add(" " + Figures.exact(amount));
        }
        if (event.instrumentId() != Instrument.NONE) {
            line.add(" " + instruments.get(event.instrumentId()).displayName());
        }
        return line.add(type() + ": ");
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
            case OTHER -> "";
            case EXCHANGE_MARKET -> " market";
            case MARKET -> " margin market";
            default -> priced(report.orderType()) + flags();
        };
    }

    private String priced(OrderType type) {
        String margin = type.isExchange() ? " " : " margin ";
        String price = report.price() > 0 ? " @ " + Figures.exact(report.price()) : "";
        return margin + type.word() + price;
    }

    private String flags() {
        String words = OrderFlag.text(report.flags());
        return words.isEmpty() ? "" : " " + words;
    }

    private String fill() {
        return Figures.exact(report.fillAmount()) + " @ " + Figures.exact(report.fillPrice());
    }

    private StyledLine requestAnswer(StyledLine line) {
        line.add(
                switch (requestOrDefault()) {
                    case NEW_ORDER -> "";
                    case UPDATE_ORDER -> "change ";
                    case CANCEL_ORDER -> "cancel ";
                });
        if (report.isAccepted()) {
            return line.add("accepted");
        }
        return report.isRefused()
                ? line.add("REJECTED", Paint.BAD)
                : line.add("answered, ").add("outcome NOT CLEAR", Paint.ALARM);
    }

    private RequestKind requestOrDefault() {
        return report.request() == null ? RequestKind.NEW_ORDER : report.request();
    }

    private StyledLine state(StyledLine line) {
        return status(line).add(because());
    }

    private StyledLine status(StyledLine line) {
        OrderStatus status = report.status();
        if (status == null) {
            return line.add("no status told", Paint.DOUBT);
        }
        return switch (status) {
            case SUBMITTED -> line.add("SUBMITTED, no answer understood yet");
            case ACCEPTED -> line.add("ACCEPTED");
            case REJECTED -> line.add("REJECTED", Paint.BAD);
            case ACTIVE -> line.add("ACTIVE").add(remaining());
            case PARTIALLY_FILLED ->
                    line.add("PARTIALLY FILLED", Paint.TITLE).add(average() + remaining());
            case FILLED -> line.add("FILLED", Paint.TITLE).add(average());
            case CANCELED -> line.add("CANCELED", Paint.TITLE).add(average() + remaining());
            case NEVER_ARRIVED -> line.add("NEVER ARRIVED", Paint.TITLE);
            case UNKNOWN ->
                    line.add("UNKNOWN", Paint.ALARM)
                            .add(": it may be filled, open, canceled or never have arrived");
        };
    }

    private String remaining() {
        double remaining = report.remainingAmount();
        return remaining > 0 ? ", " + Figures.exact(remaining) + " not filled" : "";
    }

    private String average() {
        return report.averagePrice() > 0 ? " @ " + Figures.rounded(report.averagePrice()) : "";
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
        return text.isEmpty() || repeats || isRepeated(text) ? "" : " - " + text;
    }

    private boolean isRepeated(String text) {
        boolean tellsPrice =
                report.averagePrice() > 0 || report.kind() == ReportKind.REQUEST_ANSWER;
        boolean isGood = report.isAccepted() || report.status() != null;
        return tellsPrice && isGood && REPEATED.matcher(text).matches();
    }
}
