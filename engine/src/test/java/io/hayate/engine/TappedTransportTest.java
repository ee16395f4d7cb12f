package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.event.TrafficTap;
import io.hayate.session.SessionRole;
import io.hayate.transport.CapturingTransport;
import io.hayate.transport.DisconnectCause;
import io.hayate.transport.FrameListener;
import io.hayate.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;

class TappedTransportTest {
    private static final long NOW_NS = 100;

    private final CapturingTransport socket = new CapturingTransport();
    private final List<String> told = new ArrayList<>();
    private boolean hasRoom = true;

    private final TrafficTap tap =
            new TrafficTap() {
                @Override
                public void onOpen(int connection, boolean isPublic, long timeNs) {
                    told.add("open " + timeNs);
                }

                @Override
                public void onTextIn(
                        int connection,
                        DirectBuffer text,
                        int offset,
                        int length,
                        long lookedTimeNs,
                        long timeNs) {
                    told.add("in " + timeNs);
                }

                @Override
                public void onClosed(int connection, String cause, String detail, long timeNs) {
                    told.add("closed " + timeNs);
                }
            };

    private final FrameListener listener =
            new FrameListener() {
                @Override
                public void onConnected() {}

                @Override
                public boolean onText(
                        DirectBuffer buffer, int offset, int length, long receiveTimeNs) {
                    return hasRoom;
                }

                @Override
                public void onDisconnected(DisconnectCause cause, String detail) {}
            };

    private final Transport transport =
            TappedTransport.of(role -> socket, tap, () -> NOW_NS).create(SessionRole.account());

    @Test
    void shouldTellOpenNoLaterThanFirstTextWhenOneReadBringsBoth() {
        transport.connect(listener);
        socket.receiveTimeNs(90);

        socket.acceptConnect();
        socket.receive("{}", 90);

        assertEquals(List.of("open 90", "in 90"), told);
    }

    @Test
    void shouldTellTextOnceWhenItIsDeclinedAndComesAgain() {
        transport.connect(listener);
        socket.acceptConnect();
        hasRoom = false;
        socket.receive("{}", 90);
        hasRoom = true;

        transport.resume();
        socket.receive("{}", 95);

        assertEquals(List.of("open 0", "in 90", "in 95"), told);
    }
}
