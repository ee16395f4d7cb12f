package io.hayate.venue.session;

import io.hayate.venue.base.VenueTraffic;
import io.hayate.venue.matching.AccountInputs;
import io.hayate.venue.wire.ErrorAnswer;
import io.hayate.venue.wire.Fields;
import io.hayate.venue.wire.JsonReader;
import java.io.IOException;
import java.util.List;

/** Reads what clients send and gives it to those who answer. Venue thread. */
public final class TextInputs {
    private final ControlRequests control;
    private final AccountInputs inputs;
    private final RefusedInputs refused;
    private final RequestGate gate;
    private final VenueTraffic traffic;

    /** Gives texts to those who answer. */
    public TextInputs(
            ControlRequests control,
            AccountInputs inputs,
            RefusedInputs refused,
            RequestGate gate,
            VenueTraffic traffic) {
        this.control = control;
        this.inputs = inputs;
        this.refused = refused;
        this.gate = gate;
        this.traffic = traffic;
    }

    /** A whole text has come; what is no JSON object or account input stays without answer. */
    public void onText(VenueSession session, String text) {
        if (!session.isOpen()) {
            return;
        }
        traffic.received(text);
        if (gate.isDeaf(session)) {
            return;
        }
        Object value;
        try {
            value = JsonReader.read(text);
        } catch (IOException e) {
            return;
        }
        gate.pass(session, value, () -> onValue(session, value));
    }

    private void onValue(VenueSession session, Object value) {
        Fields request = Fields.of(value);
        if (request != null) {
            control.onEvent(session, request);
        } else if (value instanceof List<?> input) {
            onInput(session, input);
        }
    }

    private void onInput(VenueSession session, List<?> input) {
        boolean account = !input.isEmpty() && Fields.whole(input.get(0)) == 0;
        if (!account) {
            return;
        }
        if (session.membership() == null) {
            session.writer().event(ErrorAnswer.of("auth: invalid", ErrorAnswer.AUTHENTICATION));
        } else if (input.size() >= 4
                && input.get(1) instanceof String type
                && refused.isAllowed(session.membership(), type, input.get(3))) {
            inputs.onInput(session.membership(), type, input.get(3));
        }
    }
}
