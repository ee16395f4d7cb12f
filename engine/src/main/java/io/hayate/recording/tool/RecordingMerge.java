package io.hayate.recording.tool;

import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordedEntry;
import io.hayate.recording.RecordingException;
import io.hayate.recording.RecordingHead;
import io.hayate.recording.Recordings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Makes one recording of several, by the wall clock: their connections get numbers of their own, and
 * times in ns are those of the wall clock, as others mean nothing across machines. Ticks, commands and
 * decisions belong to one run and are left out.
 */
public final class RecordingMerge {
    private static final long US_NS = 1_000;

    private final RecordingHead head;
    private final MadeFile file;
    private final PriorityQueue<Input> due =
            new PriorityQueue<>(
                    Comparator.comparingLong(Input::wallUs).thenComparingInt(Input::index));
    private int connections;

    /** One of the recordings, at its next entry. */
    private static final class Input implements Closeable {
        private final int index;
        private final EntrySource source;
        private final Map<Integer, Integer> numbers = new LinkedHashMap<>();

        private Input(int index, EntrySource source) {
            this.index = index;
            this.source = source;
        }

        private int index() {
            return index;
        }

        private long wallUs() {
            return source.entry().wallUs();
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }

    private RecordingMerge(RecordingHead head, MadeFile file) {
        this.head = head;
        this.file = file;
    }

    /**
     * Writes a new file.
     *
     * @param head what the file tells of itself
     * @return how many entries it has
     * @throws RecordingException when a recording cannot be read, has nothing, or the file not be written
     */
    public static long merge(List<Path> recordings, RecordingHead head, Path to)
            throws IOException {
        List<Input> inputs = new ArrayList<>();
        try (MadeFile file = new MadeFile(to)) {
            RecordingMerge merge = new RecordingMerge(head, file);
            for (Path each : recordings) {
                inputs.add(new Input(inputs.size(), Recordings.open(each)));
            }
            merge.run(inputs);
            if (!file.isBegun()) {
                throw new RecordingException("there is nothing in these recordings to merge");
            }
            file.end();
            return file.count();
        } finally {
            for (Input each : inputs) {
                each.close();
            }
        }
    }

    private void run(List<Input> inputs) throws IOException {
        for (Input each : inputs) {
            queue(each);
        }
        while (!due.isEmpty()) {
            Input next = due.poll();
            take(next);
            queue(next);
        }
    }

    private void queue(Input input) throws IOException {
        if (input.source.next()) {
            due.add(input);
        } else {
            closeAll(input);
        }
    }

    private void closeAll(Input input) throws RecordingException {
        for (int number : input.numbers.values()) {
            file.close(number);
        }
        input.numbers.clear();
    }

    private void take(Input input) throws RecordingException {
        RecordedEntry entry = input.source.entry();
        long us = file.isBegun() ? Math.max(file.wallUs(), entry.wallUs()) : entry.wallUs();
        entry.times(us * US_NS, us);
        switch (entry.kind()) {
            case IN, OUT -> {
                begin(entry);
                write(entry, number(input, entry, true));
            }
            case OPEN -> {
                begin(entry);
                write(entry, number(input, entry, false));
            }
            case CLOSE -> onClose(input, entry);
            case REST, LOST -> {
                begin(entry);
                file.write(entry);
            }
            case RECORDING -> onHead(input, entry);
            default -> {}
        }
    }

    private void begin(RecordedEntry entry) throws RecordingException {
        if (!file.isBegun()) {
            file.begin(head, entry.timeNs(), entry.wallUs());
        }
    }

    private void write(RecordedEntry entry, int number) throws RecordingException {
        file.write(entry.connection(number));
    }

    private int number(Input input, RecordedEntry entry, boolean isText) throws RecordingException {
        Integer known = input.numbers.get(entry.connection());
        if (known != null && isText) {
            return known;
        }
        connections++;
        input.numbers.put(entry.connection(), connections);
        if (isText) { // its beginning is not there
            file.time(entry);
            file.open(connections, true, false);
        } else if (known != null) {
            file.close(known);
        }
        return connections;
    }

    private void onClose(Input input, RecordedEntry entry) throws RecordingException {
        Integer number = input.numbers.remove(entry.connection());
        if (number != null) {
            write(entry, number);
        }
    }

    /** Another run has connections of its own. */
    private void onHead(Input input, RecordedEntry entry) throws RecordingException {
        if (entry.count() <= 1) {
            closeAll(input);
        }
    }
}
