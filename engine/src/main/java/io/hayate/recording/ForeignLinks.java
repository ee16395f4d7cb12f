package io.hayate.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The connections of a recording of others, which go on from one of its files to the next. */
final class ForeignLinks {
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final LinkNumbers numbers;
    private long timeNs;

    /** Of the connections of a recording. */
    static final class LinkNumbers {
        private int last;

        int next() {
            last++;
            return last;
        }
    }

    ForeignLinks() {
        this(new LinkNumbers());
    }

    /**
     * Some of a recording's connections.
     *
     * @param numbers those of all of them
     */
    ForeignLinks(LinkNumbers numbers) {
        this.numbers = numbers;
    }

    /** One connection after the other, of one client. */
    static final class Link {
        private int number;
        private boolean isOpen;
        private boolean hasFrames;

        int number() {
            return number;
        }

        boolean isOpen() {
            return isOpen;
        }

        /** True when something has come in on the connection that is open. */
        boolean hasFrames() {
            return hasFrames;
        }

        void onFrame() {
            hasFrames = true;
        }

        void onClose() {
            isOpen = false;
        }
    }

    Link of(String name) {
        return links.computeIfAbsent(name, any -> new Link());
    }

    /** The time of the latest frame, in ns since 1970 UTC; 0 before the first. */
    long timeNs() {
        return timeNs;
    }

    void timeNs(long ns) {
        timeNs = ns;
    }

    void open(Link link) {
        link.number = numbers.next();
        link.isOpen = true;
        link.hasFrames = false;
    }

    /** The numbers of those that are open, which end here. */
    List<Integer> takeOpen() {
        List<Integer> open = new ArrayList<>();
        for (Link each : links.values()) {
            if (each.isOpen) {
                open.add(each.number);
                each.onClose();
            }
        }
        return open;
    }
}
