package io.hayate.venue.exchange;

import io.hayate.venue.base.Timeline;
import io.hayate.venue.fault.ActiveFault;
import io.hayate.venue.rule.FaultRule;
import io.hayate.venue.session.VenueSession;
import io.hayate.venue.session.VenueSessions;
import io.hayate.venue.wire.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What faults do that act by themselves, to the connections that are meant. Venue thread. */
final class FaultDeeds {
    private static final byte[] BROKEN_UTF8 = {'[', '"', (byte) 0xC3, '(', '"', ']'};
    private static final int RESYNC_START = 20_060;
    private static final int RESYNC_STOP = 20_061;
    private static final int PENDING_MAX = 1_000;

    private final Timeline timeline;
    private final VenueSessions sessions;
    private int pending; // ends that are still to come

    FaultDeeds(Timeline timeline, VenueSessions sessions) {
        this.timeline = timeline;
        this.sessions = sessions;
    }

    void act(ActiveFault fault, List<VenueSession> meant) {
        FaultRule rule = fault.rule();
        switch (rule.kind()) {
            case STOP -> stop(rule, meant);
            case MAINTENANCE -> {
                info(RESYNC_START, meant);
                later(rule.durationMs("length"), () -> info(RESYNC_STOP, meant));
            }
            case CLOCK_STEP -> timeline.step(rule.durationMs("by"));
            case SLOW_READER -> {
                meant.forEach(session -> session.writer().exit().reading(false));
                later(
                        rule.durationMs("length"),
                        () -> meant.forEach(session -> session.writer().exit().reading(true)));
            }
            default -> meant.forEach(session -> act(rule, session));
        }
    }

    private void act(FaultRule rule, VenueSession session) {
        switch (rule.kind()) {
            case INFO -> info(rule.count("code"), List.of(session));
            case CLOSED -> session.writer().exit().close(rule.count("code"), rule.value("reason"));
            case CONNECTION_DROPPED -> session.drop();
            case TEXT -> raw(session, rule.value("text").getBytes(StandardCharsets.UTF_8));
            case MASKED ->
                    session.writer()
                            .exit()
                            .masked(rule.value("text").getBytes(StandardCharsets.UTF_8));
            case INVALID_UTF8 -> raw(session, BROKEN_UTF8);
            case OVERSIZE -> raw(session, huge(rule.count("bytes")));
            case SNAPSHOT_AGAIN -> session.subscriptions().sendSnapshots(rule.scope());
            case AUTH_REVOKED -> sessions.revoke(session);
            default -> throw new IllegalArgumentException(rule.kind() + " does not act by itself");
        }
    }

    private void stop(FaultRule rule, List<VenueSession> meant) {
        info(20_051, meant);
        int code = rule.count("code");
        if (code > 0) {
            later(
                    rule.durationMs("delay"),
                    () ->
                            meant.forEach(
                                    session -> session.writer().exit().close(code, "stopping")));
        }
    }

    /** Ends something after a while; when too many ends are still to come, at once. */
    private void later(long delayMs, Runnable deed) {
        if (pending == PENDING_MAX) {
            deed.run();
            return;
        }
        pending++;
        timeline.timer(() -> end(deed)).afterMs(delayMs);
    }

    private void end(Runnable deed) {
        pending--;
        deed.run();
    }

    /** Sends an {@code info} with this code. */
    static void info(int code, List<VenueSession> meant) {
        String message =
                switch (code) {
                    case 20_051 -> "Stopping. Please try to reconnect";
                    case RESYNC_START -> "Entering in Maintenance mode. Please pause any activity";
                    case RESYNC_STOP -> "Maintenance ended. You can resume normal activity";
                    default -> "";
                };
        JsonText info = new JsonText().openObject().key("event").text("info");
        info.key("code").whole(code).key("msg").text(message).closeObject();
        meant.forEach(session -> session.writer().event(info));
    }

    private static void raw(VenueSession session, byte[] bytes) {
        session.writer().exit().raw(bytes, bytes.length);
    }

    /** A JSON string of so many bytes. */
    static byte[] huge(int bytes) {
        byte[] huge = new byte[Math.max(2, bytes)];
        Arrays.fill(huge, (byte) 'x');
        huge[0] = '"';
        huge[huge.length - 1] = '"';
        return huge;
    }
}
