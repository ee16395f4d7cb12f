package io.hayate.venue.session;

import io.hayate.venue.account.Membership;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.fault.ActiveFault;
import io.hayate.venue.fault.FaultPlan;
import io.hayate.venue.fault.FaultSubject;
import io.hayate.venue.rule.FaultPoint;
import io.hayate.venue.wire.ErrorAnswer;
import io.hayate.venue.wire.Fields;
import java.util.List;

/** Lets requests pass to those who answer, or lets happen to them what the faults say. */
public final class RequestGate {
    private static final int LATE_MAX = 1_024;
    private static final String RATE_LIMIT = "ratelimit: error";
    private static final int RATE_LIMIT_CODE = 11_010;

    private final FaultPlan faults;
    private final RefusedInputs refused;
    private final Timeline timeline;
    private final Runnable afterLate;
    private int late;

    /**
     * A gate that these faults keep.
     *
     * @param afterLate is run when a request was carried out later than it came
     */
    public RequestGate(
            FaultPlan faults, RefusedInputs refused, Timeline timeline, Runnable afterLate) {
        this.refused = refused;
        this.faults = faults;
        this.timeline = timeline;
        this.afterLate = afterLate;
    }

    /** True while nothing is read from this connection. */
    boolean isDeaf(VenueSession session) {
        return session.writer().exit().isHalfOpen();
    }

    /** Carries out this request as often as it is to be. */
    void pass(VenueSession session, Object request, Runnable carryOut) {
        if (!faults.isOn(FaultPoint.REQUEST)) {
            carryOut.run();
            return;
        }
        FrameExit exit = session.writer().exit();
        String type = type(request);
        ActiveFault due =
                faults.due(
                        FaultPoint.REQUEST,
                        FaultSubject.ofRequest(
                                exit.connection(), exit.account(), symbol(request), type));
        if (due == null) {
            carryOut.run();
            return;
        }
        switch (due.rule().kind()) {
            case LOST_REQUEST -> {}
            case LATE_REQUEST -> later(session, due.rule().durationMs("delay"), carryOut);
            case RATE_LIMITED -> refuse(session, request, type);
            default -> {
                carryOut.run();
                carryOut.run();
            }
        }
    }

    private void later(VenueSession session, long delayMs, Runnable carryOut) {
        if (late == LATE_MAX) {
            carryOut.run();
            return;
        }
        late++;
        timeline.timer(() -> onTime(session, carryOut)).afterMs(delayMs);
    }

    private void onTime(VenueSession session, Runnable carryOut) {
        late--;
        if (session.isOpen()) {
            carryOut.run();
            afterLate.run();
        }
    }

    private void refuse(VenueSession session, Object request, String type) {
        Membership member = session.membership();
        if (member != null && request instanceof List<?> input) {
            refused.refuse(member, type, input.get(3), RATE_LIMIT_CODE, RATE_LIMIT);
        } else {
            session.writer().event(ErrorAnswer.of(RATE_LIMIT, RATE_LIMIT_CODE));
        }
    }

    /** The name of an event, or the type of an input of the account. */
    private static String type(Object request) {
        Fields fields = Fields.of(request);
        if (fields != null) {
            return fields.text("event") == null ? "" : fields.text("event");
        }
        boolean input = request instanceof List<?> list && list.size() >= 4;
        return input && ((List<?>) request).get(1) instanceof String type ? type : "";
    }

    private static String symbol(Object request) {
        Fields fields = Fields.of(request);
        if (fields == null && request instanceof List<?> list && list.size() >= 4) {
            fields = Fields.of(list.get(3));
        }
        return fields == null ? null : fields.text("symbol");
    }
}
