package io.hayate.venue.session;

import io.hayate.model.Channel;
import io.hayate.venue.fault.ActiveFault;
import io.hayate.venue.fault.FaultPlan;
import io.hayate.venue.fault.FaultSubject;
import io.hayate.venue.feed.Feed;
import io.hayate.venue.feed.Subscriber;
import io.hayate.venue.rule.FaultKind;
import io.hayate.venue.rule.FaultPoint;
import io.hayate.venue.wire.JsonText;
import java.util.List;

/** One channel of one connection: what a feed sends to one of its subscribers goes through here. */
public final class ClientChannel implements Subscriber {
    private final long channelId;
    private final Feed feed;
    private final FrameWriter writer;
    private final FaultPlan faults;

    ClientChannel(long channelId, Feed feed, FrameWriter writer, FaultPlan faults) {
        this.channelId = channelId;
        this.feed = feed;
        this.writer = writer;
        this.faults = faults;
    }

    long channelId() {
        return channelId;
    }

    /** What it listens to. */
    public Feed feed() {
        return feed;
    }

    @Override
    public boolean hasFlag(long flag) {
        return writer.hasFlag(flag);
    }

    @Override
    public boolean hasRoom() {
        return writer.hasRoom();
    }

    @Override
    public void snapshot(JsonText body) {
        FaultKind fault = snapshotFault();
        if (fault == FaultKind.NO_SNAPSHOT) {
            return;
        }
        boolean empty = fault == FaultKind.EMPTY_SNAPSHOT;
        update(empty ? new JsonText().openArray().closeArray() : body);
        if (fault == FaultKind.SECOND_SNAPSHOT) {
            update(body);
        }
    }

    private FaultKind snapshotFault() {
        if (!faults.isOn(FaultPoint.SNAPSHOT)) {
            return null;
        }
        ActiveFault due = faults.due(FaultPoint.SNAPSHOT, subject("snapshot"));
        return due == null ? null : due.rule().kind();
    }

    /** This channel, as rules of faults cover it. */
    FaultSubject subject(String type) {
        FrameExit exit = writer.exit();
        return new FaultSubject(exit.connection(), exit.account(), kind(), symbol(), List.of(type));
    }

    @Override
    public void update(JsonText body) {
        writer.data(kind(), symbol(), channelId, body);
    }

    @Override
    public void typed(String type, JsonText row) {
        writer.typed(kind(), symbol(), channelId, type, row);
    }

    @Override
    public void checksum(int checksum) {
        writer.checksum(kind(), symbol(), channelId, checksum);
    }

    void heartbeat() {
        writer.heartbeat(kind(), symbol(), channelId);
    }

    private Channel kind() {
        return feed.spec().channel();
    }

    private String symbol() {
        return feed.spec().symbol();
    }
}
