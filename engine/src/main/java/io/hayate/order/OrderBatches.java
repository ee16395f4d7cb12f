package io.hayate.order;

import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.OrderOperation;
import io.hayate.outbound.OrderEntry;
import io.hayate.risk.RiskGate;
import io.hayate.risk.RiskVerdict;

/** Sends several operations in one message. Strategy thread; allocates nothing after start. */
final class OrderBatches {
    private final Instruments instruments;
    private final OrderEntry entry;
    private final RiskGate gate;
    private final OrderChecks checks;
    private final OrderDispatch dispatch;
    private final OrderReports reports;
    private final OrderIntent[] leaving = new OrderIntent[OrderBatch.SIZE_MAX];
    private final Instrument[] traded = new Instrument[OrderBatch.SIZE_MAX];
    private final Instrument[] known = new Instrument[OrderBatch.SIZE_MAX];

    private long
            frameNumber; // of the order whose risk the message carries; 0 while it carries none
    private int placesUsed;

    OrderBatches(
            Instruments instruments,
            OrderEntry entry,
            RiskGate gate,
            OrderChecks checks,
            OrderDispatch dispatch,
            OrderReports reports) {
        this.instruments = instruments;
        this.entry = entry;
        this.gate = gate;
        this.checks = checks;
        this.dispatch = dispatch;
        this.reports = reports;
    }

    /** Checks each operation, and sends those that may leave; returns how many left. */
    int send(OrderBatch batch, OrderOrigin origin, long nowMs) {
        Order unused = dispatch.freePlace(); // what that tells may send orders: before the limits
        frameNumber = 0;
        placesUsed = 0;
        for (int i = 0; i < batch.size(); i++) {
            known[i] = instruments.get(batch.intent(i).instrumentId());
            batch.intent(i).origin(origin.code());
            RiskVerdict verdict = check(batch, i, nowMs);
            boolean isOfParts = verdict == RiskVerdict.COMBINATION;
            batch.verdict(i, verdict, isOfParts ? checks.combination() : verdict.reason());
        }
        checks.release();
        int count = batch.collect(leaving, traded, known);
        if (count == 0) {
            return 0;
        }
        if (!entry.batch(leaving, traded, count, frameNumber)) {
            refuseAll(batch);
            return 0;
        }
        long nowNs = entry.writtenTimeNs();
        for (int i = 0; i < batch.size(); i++) {
            if (batch.verdict(i).isAccepted()) {
                keep(batch, i, nowNs);
            }
        }
        return count;
    }

    private RiskVerdict check(OrderBatch batch, int index, long nowMs) {
        OrderIntent intent = batch.intent(index);
        Order order = batch.order(index);
        return switch (intent.operation()) {
            case NEW -> checkNew(intent, index, nowMs);
            case UPDATE -> checkUpdate(intent, order, batch, index, nowMs);
            case CANCEL -> checkCancel(intent, order);
            case CANCEL_GROUP, CANCEL_ALL -> RiskVerdict.NOT_SENT;
        };
    }

    private RiskVerdict checkNew(OrderIntent intent, int index, long nowMs) {
        RiskVerdict verdict = checks.ofNew(intent, reports.openOrders() + placesUsed, nowMs);
        if (verdict.isAccepted()) {
            verdict = dispatch.number(intent, dispatch.places() - placesUsed);
        }
        if (verdict.isAccepted()) {
            placesUsed += intent.ocoClientOrderId() == 0 ? 1 : 2;
            onRisk(intent.strategy(), intent.clientOrderId());
            checks.hold(index, intent);
        }
        return verdict;
    }

    /** It counts against the rate at once: the next of the batch is checked with it. */
    private void onRisk(int strategy, long number) {
        dispatch.onRisk(strategy, entry.nowNs());
        frameNumber = frameNumber == 0 ? number : frameNumber;
    }

    private RiskVerdict checkUpdate(
            OrderIntent change, Order order, OrderBatch batch, int index, long nowMs) {
        for (int i = 0; i < index; i++) {
            if (batch.order(i) == order && batch.verdict(i).isAccepted()) {
                return RiskVerdict.UPDATE_PENDING;
            }
        }
        RiskVerdict verdict = checks.ofUpdate(order, change, reports.openOrders(), nowMs);
        if (verdict.isAccepted()) {
            OrderDispatch.name(change, order);
            if (OrderChecks.isRisk(order, change)) {
                onRisk(order.strategy(), order.clientOrderId());
                checks.hold(index, order, change);
            }
        }
        return verdict;
    }

    private RiskVerdict checkCancel(OrderIntent intent, Order order) {
        if (!order.isOpen()) {
            return RiskVerdict.NOT_OPEN;
        }
        OrderDispatch.name(intent, order);
        return entry.isAuthenticated() ? RiskVerdict.ACCEPTED : RiskVerdict.NOT_SENT;
    }

    private void refuseAll(OrderBatch batch) {
        RiskVerdict why = checks.ofNotTaken();
        for (int i = 0; i < batch.size(); i++) {
            if (batch.verdict(i).isAccepted()) {
                batch.verdict(i, why, why.reason());
            }
        }
    }

    private void keep(OrderBatch batch, int index, long nowNs) {
        OrderIntent intent = batch.intent(index);
        if (intent.operation() == OrderOperation.NEW) {
            batch.order(index, dispatch.keep(intent, known[index], frameNumber, nowNs));
        } else if (intent.operation() == OrderOperation.UPDATE) {
            dispatch.onUpdated(batch.order(index), intent, nowNs);
        } else {
            gate.onCancelSent(nowNs);
            dispatch.onCancelAsked(batch.order(index));
        }
    }
}
