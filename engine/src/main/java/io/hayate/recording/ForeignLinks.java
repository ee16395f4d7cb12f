package io.hayate.recording;

import java.util.HashMap;
import java.util.Map;

/** The connections of a recording of others, which go on from one of its files to the next. */
final class ForeignLinks {
    private final Map<String, Link> links = new HashMap<>();
    private int numbers;
    private long timeNs;

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
        numbers++;
        link.number = numbers;
        link.isOpen = true;
        link.hasFrames = false;
    }
}
