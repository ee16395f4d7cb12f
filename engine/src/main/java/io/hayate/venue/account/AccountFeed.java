package io.hayate.venue.account;

import io.hayate.venue.base.Timeline;
import io.hayate.venue.wire.JsonText;
import java.util.ArrayList;
import java.util.List;

/** Sends what happens on an account to every connection that is in it. */
public final class AccountFeed {
    /** Hears of what happens on the account. */
    public interface Listener {
        /**
         * One thing has happened.
         *
         * @param subject the symbol or wallet that filters may name
         */
        void send(String type, String subject, JsonText body, long accountSequence);
    }

    /** Writes what has happened, once somebody hears of it. */
    public interface Row {
        /** Appends the row. */
        void write(JsonText out);
    }

    private final List<Listener> members = new ArrayList<>();
    private final JsonText text = new JsonText();
    private final HeldNews held;
    private long sequence;

    /** A feed to nobody, whose next number is one larger. */
    public AccountFeed(long sequence, Timeline timeline) {
        this.sequence = sequence;
        held = new HeldNews(timeline, this::send);
    }

    /**
     * Whether what happens from now on is told a millisecond later: what others did to the market is told
     * first, as a fill is that comes of it.
     */
    void holdBack(boolean isOn) {
        held.turn(isOn);
    }

    /** Tells this one of what happens from now on. */
    public void join(Listener member) {
        held.tell();
        members.add(member);
    }

    /** Tells this one no more. */
    public void leave(Listener member) {
        members.remove(member);
    }

    /** The number of the latest thing that happened, over all connections. */
    public long sequence() {
        return sequence;
    }

    /**
     * Tells of one thing that happened.
     *
     * @param subject the symbol or wallet that filters may name
     */
    public void publish(String type, String subject, JsonText body) {
        if (!held.hold(type, subject, body)) {
            send(type, subject, body);
        }
    }

    private void send(String type, String subject, JsonText body) {
        sequence++;
        for (Listener member : members) {
            member.send(type, subject, body, sequence);
        }
    }

    /**
     * Tells of one thing that happened; it is put into words only when somebody listens.
     *
     * @param subject the symbol or wallet that filters may name
     */
    public void publish(String type, String subject, Row row) {
        if (members.isEmpty()) {
            sequence++;
            return;
        }
        text.trim();
        row.write(text);
        publish(type, subject, text);
    }

    /**
     * Tells one of them alone, of what it asked for: the number is one of the account's, which the
     * others miss.
     *
     * @param subject the symbol or wallet that filters may name
     */
    public void tell(Listener member, String type, String subject, JsonText body) {
        held.tell();
        sequence++;
        member.send(type, subject, body, sequence);
    }
}
