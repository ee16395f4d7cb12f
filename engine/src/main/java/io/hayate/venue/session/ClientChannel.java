package io.hayate.venue.session;

import io.hayate.model.Channel;
import io.hayate.venue.SnapshotFault;
import io.hayate.venue.fault.DataFaults;
import io.hayate.venue.feed.Feed;
import io.hayate.venue.feed.Subscriber;
import io.hayate.venue.wire.JsonText;

/** One channel of one connection: what a feed sends to one of its subscribers goes through here. */
public final class ClientChannel implements Subscriber {
    private final long channelId;
    private final Feed feed;
    private final FrameWriter writer;
    private final DataFaults faults;

    ClientChannel(long channelId, Feed feed, FrameWriter writer, DataFaults faults) {
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
        SnapshotFault fault = faults.snapshot(kind());
        if (fault == SnapshotFault.MISSING) {
            return;
        }
        update(fault == SnapshotFault.EMPTY ? new JsonText().openArray().closeArray() : body);
        if (fault == SnapshotFault.TWICE) {
            update(body);
        }
    }

    @Override
    public void update(JsonText body) {
        if (!faults.isMuted(kind())) {
            writer.data(kind(), channelId, faults.edited(kind(), body));
        }
    }

    @Override
    public void typed(String type, JsonText row) {
        if (!faults.isMuted(kind())) {
            writer.typed(kind(), channelId, type, faults.edited(kind(), row));
        }
    }

    @Override
    public void checksum(int checksum) {
        if (!faults.isMuted(kind())) {
            writer.checksum(kind(), channelId, faults.checksum(checksum));
        }
    }

    private Channel kind() {
        return feed.spec().channel();
    }
}
