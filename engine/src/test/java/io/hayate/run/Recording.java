package io.hayate.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a venue said on one connection, frame by frame, and what a listener should have counted. Array
 * frames get the number that is due where the flags of the recording say so.
 */
final class Recording {
    private static final int SEQUENCE = 65_536;

    final List<String> frames = new ArrayList<>();
    final Map<String, Long> framesOf = new LinkedHashMap<>(); // by channel, since its subscribed
    final Map<String, Long> checksumsOf = new LinkedHashMap<>();
    final Map<String, Long> uncheckedOf = new LinkedHashMap<>();
    private final Map<String, Long> ids = new LinkedHashMap<>();
    private final boolean numbers;
    private boolean heard = true;
    private long sequence;
    private long arrays;
    private long nextId = 204_000;

    /** A recording with these flags, whose first array frame has this number. */
    Recording(int flags, long first) {
        numbers = (flags & SEQUENCE) != 0;
        sequence = first - 1;
        frames.add(
                "{\"event\":\"info\",\"version\":2,\"serverId\":\"64aa234a-b16b-4ef8-9cb4-"
                        + "e31feca3ab25\",\"platform\":{\"status\":1}}");
        frames.add("{\"event\":\"conf\",\"status\":\"OK\",\"flags\":" + flags + "}");
    }

    /** A number for a channel: frames may come before the venue has told it. */
    long id(String channel) {
        return ids.computeIfAbsent(channel, name -> nextId += 13);
    }

    /** The venue's answer; {@code channel} is as the settings name it. */
    void subscribed(String channel) {
        String[] words = channel.split(" ", -1);
        String symbol = words[words.length - 1];
        String text = "";
        if (words[0].equals("book")) {
            symbol = words[1];
            text = ",\"prec\":\"" + words[2] + "\",\"freq\":\"F0\",\"len\":\"" + words[3] + "\"";
        }
        String kind = symbol.startsWith("f") ? "currency" : "pair";
        String after = ",\"" + kind + "\":\"" + symbol.substring(1) + "\"}";
        frames.add(
                "{\"event\":\"subscribed\",\"channel\":\""
                        + words[0]
                        + "\",\"chanId\":"
                        + id(channel)
                        + ",\"symbol\":\""
                        + symbol
                        + "\""
                        + text
                        + after);
        framesOf.put(channel, 0L);
    }

    /** Sets whether array frames are in the recording: before that they were said, and numbered. */
    void heard(boolean isHeard) {
        heard = isHeard;
    }

    /** An array frame of a channel: what follows its number. */
    void add(String channel, String body) {
        sequence++;
        if (!heard) {
            return;
        }
        arrays++;
        frames.add("[" + id(channel) + "," + body + (numbers ? "," + sequence : "") + "]");
        framesOf.computeIfPresent(channel, (name, count) -> count + 1);
    }

    void heartbeats() {
        ids.keySet().forEach(channel -> add(channel, "\"hb\""));
    }

    /** A checksum, which is to be found right. */
    void checksum(String channel, int value) {
        add(channel, "\"cs\"," + value);
        checksumsOf.merge(channel, heard ? 1L : 0L, Long::sum);
    }

    /** A checksum that nobody relies on. */
    void unreliable(String channel, int value) {
        add(channel, "\"cs\"," + value);
        uncheckedOf.merge(channel, 1L, Long::sum);
    }

    long arrays() {
        return arrays;
    }

    /** The index behind the last answer to a subscription. */
    int endOfAnswers() {
        int end = frames.size();
        while (!frames.get(end - 1).contains("\"subscribed\"")) {
            end--;
        }
        return end;
    }

    static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
