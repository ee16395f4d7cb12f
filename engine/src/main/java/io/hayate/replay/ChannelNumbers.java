package io.hayate.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The channels of all connections of a recording as those of one connection: each has the number that the
 * exchange gave it, or another where that one is taken. One thread.
 */
final class ChannelNumbers {
    private static final long FIRST_OTHER = 1_000_000_000;
    private static final String ID = "\"chanId\":";

    /** A channel of a connection of the recording. */
    private record Key(int connection, long id) {}

    /**
     * What has become of it.
     *
     * @param subscribed the text that granted it, with this number
     */
    private record Given(long number, String subscribed) {}

    private final Map<Key, Given> given = new LinkedHashMap<>();
    private final Map<Long, Key> holders = new HashMap<>();
    private long nextOther = FIRST_OTHER;

    /**
     * A channel was granted.
     *
     * @return the texts that say so, in their order
     */
    List<String> grant(int connection, long id, String subscribed) {
        List<String> texts = new ArrayList<>(end(connection, id));
        Key key = new Key(connection, id);
        long number = holders.containsKey(id) ? nextOther++ : id;
        String text = number == id ? subscribed : renumbered(subscribed, number);
        given.put(key, new Given(number, text));
        holders.put(number, key);
        texts.add(text);
        return texts;
    }

    private static String renumbered(String subscribed, long number) {
        int from = subscribed.indexOf(ID) + ID.length();
        int to = from;
        while (to < subscribed.length() && " 0123456789".indexOf(subscribed.charAt(to)) >= 0) {
            to++;
        }
        return subscribed.substring(0, from) + number + subscribed.substring(to);
    }

    /** A channel has ended: the texts that say so, none for one that is not known. */
    List<String> end(int connection, long id) {
        Given ended = given.remove(new Key(connection, id));
        if (ended == null) {
            return List.of();
        }
        holders.remove(ended.number());
        return List.of(
                "{\"event\":\"unsubscribed\",\"status\":\"OK\",\"chanId\":" + ended.number() + "}");
    }

    /** A connection has ended, and all its channels. */
    List<String> end(int connection) {
        List<String> texts = new ArrayList<>();
        for (Key key : List.copyOf(given.keySet())) {
            if (key.connection() == connection) {
                texts.addAll(end(connection, key.id()));
            }
        }
        return texts;
    }

    /** The number of a channel here; its own for one that was never granted. */
    long number(int connection, long id) {
        Given found = given.get(new Key(connection, id));
        return found == null ? id : found.number();
    }

    /** The texts that granted all that are there. */
    List<String> granted() {
        return given.values().stream().map(Given::subscribed).toList();
    }

    /** The bytes of a text. */
    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
