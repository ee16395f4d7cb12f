package io.hayate.rehearsal;

import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import java.io.IOException;
import java.util.List;

/**
 * Answers the requests of a {@link RehearsalVenue}'s client, as the venue does: flags, the account's key,
 * subscriptions, the time.
 */
final class StageDesk {
    private static final long FIRST_CHANNEL = 94_663;
    private static final long BULK_UPDATES = 536_870_912;
    private static final String AUTH_OK =
            "{\"event\":\"auth\",\"status\":\"OK\",\"chanId\":0,\"userId\":1,\"auth_id\":\"stage\","
                    + "\"caps\":{\"orders\":{\"read\":1,\"write\":1}}}";

    private final StageFrames frames;
    private final List<StageChannel> channels;
    private final boolean numbered;
    private int subscribed;

    /**
     * A desk that has answered nothing.
     *
     * @param numbered whether it does with flags as asked, or leaves them unanswered
     */
    StageDesk(StageFrames frames, List<ChannelSpec> specs, boolean numbered) {
        this.frames = frames;
        this.numbered = numbered;
        channels = specs.stream().map(StageDesk::channel).toList();
    }

    private static StageChannel channel(ChannelSpec spec) {
        return switch (spec.channel()) {
            case TICKER -> new StageTicker(spec);
            case BOOK -> new StageBook(spec);
            default -> new StageRows(spec);
        };
    }

    /** All that can be subscribed. */
    List<StageChannel> channels() {
        return channels;
    }

    boolean isEverySubscribed() {
        return channels.stream().allMatch(StageChannel::isOpen);
    }

    void welcome() throws IOException {
        frames.event("{\"event\":\"info\",\"version\":2,\"platform\":{\"status\":1}}");
    }

    /** Answers what is not an order. */
    void answer(String request) throws IOException {
        switch (StageFrames.after(request, "\"event\":\"", '"')) {
            case "auth" -> {
                frames.event(AUTH_OK);
                frames.snapshots();
            }
            case "conf" -> answerFlags(request);
            case "subscribe" -> subscribe(request);
            case "unsubscribe" -> unsubscribe(request);
            case "ping" -> answerTime(request);
            default -> throw new IOException("nobody asks for that: " + request);
        }
    }

    private void answerFlags(String request) throws IOException {
        if (numbered) {
            String flags = StageFrames.after(request, "\"flags\":", '}');
            frames.bulk((Long.parseLong(flags) & BULK_UPDATES) != 0);
            frames.event("{\"event\":\"conf\",\"status\":\"OK\",\"flags\":" + flags + "}");
        }
    }

    private void answerTime(String request) throws IOException {
        String cid = StageFrames.after(request, "\"cid\":", '}');
        long now = System.currentTimeMillis();
        frames.event("{\"event\":\"pong\",\"ts\":" + now + ",\"cid\":" + cid + "}");
    }

    private void subscribe(String request) throws IOException {
        for (StageChannel channel : channels) {
            if (channel.isAskedBy(request)) {
                channel.open(FIRST_CHANNEL + subscribed++);
                String granted = "\"event\":\"subscribed\",\"chanId\":" + channel.id();
                frames.event(request.replace("\"event\":\"subscribe\"", granted));
                channel.begin(frames);
                return;
            }
        }
        throw new IOException("nobody asks for that: " + request);
    }

    private void unsubscribe(String request) throws IOException {
        long id = Long.parseLong(StageFrames.after(request, "\"chanId\":", '}'));
        frames.heartbeat(id); // the last that is heard of it
        frames.event("{\"event\":\"unsubscribed\",\"status\":\"OK\",\"chanId\":" + id + "}");
        channels.stream().filter(channel -> channel.id() == id).forEach(StageChannel::close);
    }

    /** The exchange beats on all channels at once. */
    void heartbeats() throws IOException {
        frames.heartbeat(Channel.ACCOUNT.code());
        for (StageChannel channel : channels) {
            if (channel.isOpen()) {
                frames.heartbeat(channel.id());
            }
        }
    }
}
