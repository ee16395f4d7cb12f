package io.hayate.view.text;

import io.hayate.event.Event;
import io.hayate.event.ExecutionReport;
import io.hayate.event.ReportKind;
import io.hayate.model.OrderStatus;
import io.hayate.model.RequestKind;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jline.utils.AttributedString;

/**
 * Lines about orders as things happen to them. What an order that fills at once is told within a
 * moment, that it is accepted, filled, closed and charged, makes one line. What a person should look at
 * never waits. View thread.
 */
public final class OrderNews {
    private static final long GATHER_NS = 300_000_000;
    private static final int ORDERS_MAX = 64;

    private final OrderLine line;
    private final Printer printer;
    private final Map<String, Gathered> waiting = new LinkedHashMap<>();
    private final ExecutionReport report = new ExecutionReport();

    /** Takes the lines. */
    @FunctionalInterface
    public interface Printer {
        /**
         * A line about an order.
         *
         * @param last the latest report that it tells of; valid until the call returns
         * @param isFill whether it tells of a fill
         */
        void print(Event last, boolean isFill, AttributedString line);
    }

    public OrderNews(OrderLine line, Printer printer) {
        this.line = line;
        this.printer = printer;
    }

    /** What is to be told of one order. */
    private static final class Gathered {
        private final long sinceNs;
        private final FillTally fills = new FillTally();
        private final Event last = Event.allocate();
        private boolean hasState;
        private boolean hasAnswer;
        private boolean isClosed;

        private Gathered(long sinceNs) {
            this.sinceNs = sinceNs;
        }
    }

    /** Takes a report; tells it now, or with others. */
    public void put(Event event, long nowNs) {
        String name = line.name(report.wrap(event));
        if (!canWait()) {
            flush(name);
            printer.print(event, isFill(report.wrap(event)), line.of(event));
            return;
        }
        Gathered before = waiting.get(name);
        if (before != null && before.isClosed && isState()) {
            flush(name); // what comes behind the end is a line of its own
        }
        Gathered of = waiting.computeIfAbsent(name, key -> new Gathered(nowNs));
        add(event, of);
        boolean isAll = of.isClosed && of.fills.isComplete();
        if (isAll || !of.fills.hasRoom()) {
            flush(name);
        } else if (waiting.size() > ORDERS_MAX) {
            flush(waiting.keySet().iterator().next());
        }
    }

    private boolean canWait() {
        boolean hasName = report.clientOrderId() != 0 || report.orderId() != 0;
        return hasName
                && switch (report.kind()) {
                    case FILL, FILL_FEE -> true;
                    case REQUEST_ANSWER ->
                            report.isAccepted() && report.request() == RequestKind.NEW_ORDER;
                    case NEW, CHANGED, CLOSED -> isExpected(report.status());
                    default -> false;
                };
    }

    private static boolean isExpected(OrderStatus status) {
        return status != null && status != OrderStatus.REJECTED && status != OrderStatus.UNKNOWN;
    }

    private boolean isState() {
        return switch (report.kind()) {
            case NEW, CHANGED, CLOSED -> true;
            default -> false;
        };
    }

    private void add(Event event, Gathered of) {
        switch (report.kind()) {
            case FILL -> of.fills.addFill(report);
            case FILL_FEE -> of.fills.addFee(report);
            default -> {}
        }
        if (isState()) {
            of.hasState = true;
            of.isClosed = report.kind() == ReportKind.CLOSED;
            of.last.copyFrom(event);
        } else if (!of.hasState) {
            boolean isAnswer = report.kind() == ReportKind.REQUEST_ANSWER;
            if (isAnswer || !of.hasAnswer) {
                of.last.copyFrom(event);
            }
            of.hasAnswer |= isAnswer;
        }
    }

    private void flush(String name) {
        Gathered of = waiting.remove(name);
        if (of != null) {
            print(of);
        }
    }

    private void print(Gathered of) {
        boolean isFill = of.fills.fills() > 0 || isFill(report.wrap(of.last));
        printer.print(of.last, isFill, line.of(of.last, of.fills));
    }

    private static boolean isFill(ExecutionReport report) {
        return switch (report.kind()) {
            case FILL, FILL_ADOPTED -> true;
            case NEW, CHANGED, CLOSED -> report.status() == OrderStatus.FILLED;
            default -> false;
        };
    }

    /** Tells what has waited long enough. */
    public void flush(long nowNs) {
        Iterator<Gathered> all = waiting.values().iterator();
        while (all.hasNext()) {
            Gathered of = all.next();
            if (nowNs - of.sinceNs >= GATHER_NS) {
                all.remove();
                print(of);
            }
        }
    }

    /** Tells all that waits, so that what comes next is told behind it. */
    public void flushAll() {
        waiting.values().forEach(this::print);
        waiting.clear();
    }
}
