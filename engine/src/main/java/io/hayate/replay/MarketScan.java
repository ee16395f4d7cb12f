package io.hayate.replay;

import io.hayate.codec.ControlMessage;
import io.hayate.model.ChannelSpec;
import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordedEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a recording of market data was subscribed to, by its {@code subscribed} frames. Any thread. */
public final class MarketScan {
    private static final long BULK_UPDATES = 536_870_912;

    private final Set<ChannelSpec> channels = new LinkedHashSet<>();
    private final Set<Integer> open = new HashSet<>();
    private boolean isJoined;
    private boolean isBulk;

    private MarketScan() {}

    /**
     * Reads a recording to its end, which closes it.
     *
     * @throws IOException when it cannot be read
     */
    public static MarketScan of(EntrySource recording) throws IOException {
        MarketScan scan = new MarketScan();
        ControlReader events = new ControlReader();
        try (recording) {
            while (recording.next()) {
                scan.take(recording.entry(), events);
            }
        }
        return scan;
    }

    private void take(RecordedEntry entry, ControlReader events) {
        switch (entry.kind()) {
            case OPEN -> {
                open.add(entry.connection());
                isJoined |= open.size() > 1;
            }
            case CLOSE -> open.remove(entry.connection());
            case IN -> onEvent(events.read(entry));
            default -> {}
        }
    }

    private void onEvent(ControlMessage event) {
        if (event == null) {
            return;
        } else if (event.kind() == ControlMessage.Kind.CONF) {
            isBulk |= (Math.max(0, event.flags()) & BULK_UPDATES) != 0;
        } else if (event.kind() == ControlMessage.Kind.SUBSCRIBED && event.spec() != null) {
            channels.add(event.spec());
        }
    }

    /** The channels, in the order in which they were granted, each once. */
    public List<ChannelSpec> channels() {
        return new ArrayList<>(channels);
    }

    /** True when several connections were open at one time. */
    public boolean isJoined() {
        return isJoined;
    }

    /** True when a connection asked for several changes of a book in one frame. */
    public boolean isBulk() {
        return isBulk;
    }
}
