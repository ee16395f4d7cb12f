package io.hayate.recording;

import io.hayate.recording.FileChains.Chain;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The entries of several chains of files by their times, so that connections that were open at one time
 * are open at one time. What a chain leaves open is closed as it ends, where others go on.
 */
final class ChainedSource implements EntrySource {
    private static final int OPEN_MAX = 256; // files at one time
    private static final long US_NS = 1_000;

    private final ForeignLinks.LinkNumbers numbers = new ForeignLinks.LinkNumbers();
    private final Deque<Opened> due = new ArrayDeque<>(); // in the order of their times
    private final PriorityQueue<Opened> open =
            new PriorityQueue<>(
                    Comparator.comparingLong(Opened::timeNs).thenComparing(Opened::index));
    private final Deque<Integer> closing = new ArrayDeque<>();
    private final RecordedEntry closed = new RecordedEntry();
    private final List<String> tears = new ArrayList<>();
    private final RecordingFormat format;
    private Opened current; // whose entry was the last
    private boolean isBegun;
    private boolean isClosing;

    /** A chain, at its next entry once it is begun. */
    private static final class Opened {
        private final Integer index;
        private final Chain chain;
        private final ForeignLinks links;
        private EntrySource source;

        private Opened(int index, Chain chain, ForeignLinks links) {
            this.index = index;
            this.chain = chain;
            this.links = links;
        }

        private Integer index() {
            return index;
        }

        private long timeNs() {
            return source == null ? chain.startNs() : source.entry().timeNs();
        }

        private boolean begin() throws IOException {
            source = new FolderSource(chain.files(), links);
            try {
                return source.next();
            } catch (IOException | RuntimeException e) {
                source.close(); // as nobody has it yet
                throw e;
            }
        }
    }

    /**
     * Opens the chain that is first.
     *
     * @param chains at least one
     */
    ChainedSource(List<Chain> chains) throws IOException {
        List<Opened> all = new ArrayList<>();
        for (Chain each : chains) {
            all.add(new Opened(all.size(), each, new ForeignLinks(numbers)));
        }
        all.sort(Comparator.comparingLong(Opened::timeNs).thenComparing(Opened::index));
        due.addAll(all);
        current = due.peek();
        begin();
        format = current.source.format();
    }

    private void begin() throws IOException {
        Opened next = due.remove();
        if (next.begin()) {
            open.add(next);
        } else {
            end(next);
        }
        if (open.size() > OPEN_MAX) {
            throw new RecordingException(
                    next.chain.files().get(0)
                            + " is the file of one more connection than the "
                            + OPEN_MAX
                            + " that are read at one time");
        }
    }

    private void end(Opened ended) throws IOException {
        tears.addAll(ended.source.tears());
        closing.addAll(ended.links.takeOpen());
        ended.source.close();
    }

    @Override
    public boolean next() throws IOException {
        if (isBegun && !isClosing) {
            goOn();
        }
        isBegun = true;
        while (!due.isEmpty() && (open.isEmpty() || due.peek().timeNs() <= open.peek().timeNs())) {
            begin();
        }
        boolean isMore = !open.isEmpty();
        isClosing = isMore && !closing.isEmpty();
        if (isClosing) {
            long timeNs = current.links.timeNs();
            closed.set(EntryKind.CLOSE, closing.remove(), timeNs, Math.floorDiv(timeNs, US_NS));
            closed.cause("ENDED");
        } else if (isMore) {
            current = open.peek();
        }
        return isMore;
    }

    private void goOn() throws IOException {
        Opened last = open.poll();
        if (last == null) {
            return; // at the end
        } else if (last.source.next()) {
            open.add(last);
        } else {
            end(last);
        }
    }

    @Override
    public RecordedEntry entry() {
        return isClosing ? closed : current.source.entry();
    }

    @Override
    public RecordingFormat format() {
        return format;
    }

    @Override
    public String place() {
        return current.source.place();
    }

    @Override
    public List<String> tears() {
        List<String> all = new ArrayList<>(tears);
        open.forEach(each -> all.addAll(each.source.tears()));
        return all;
    }

    @Override
    public void close() throws IOException {
        for (Opened each : open) {
            each.source.close();
        }
        if (current.source != null) {
            current.source.close(); // it is in none of them while it is read
        }
    }
}
