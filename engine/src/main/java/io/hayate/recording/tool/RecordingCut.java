package io.hayate.recording.tool;

import io.hayate.model.ConfigException;
import io.hayate.recording.EntryKind;
import io.hayate.recording.EntrySource;
import io.hayate.recording.RecordedEntry;
import io.hayate.recording.RecordingException;
import io.hayate.recording.RecordingHead;
import io.hayate.recording.Recordings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Map;

/**
 * Cuts a part out of a recording that stands alone: it begins with the connections that are open then,
 * each with its latest {@code info}, {@code conf} and {@code auth}, what is subscribed on it, and for
 * each book a frame of its state, as the exchange would send it anew.
 *
 * <p>Where channels are left out, so are the account, what was sent, and commands and decisions. What
 * is left out of a connection whose frames are numbered becomes a heartbeat with the number, so that
 * no number is missing.
 */
public final class RecordingCut {
    private static final long NUMBERED = 65_536; // the flag SEQ_ALL
    private static final long BEHIND_US = 10_000_000; // entries are not further out of order

    private final CutChoice choice;
    private final CutFilter filter;
    private final Hearing hearing = new Hearing(new Findings());
    private final RecordingHead head;
    private final MadeFile file;
    private boolean hasRange;
    private long fromUs;
    private long toUs;
    private long lastUs;

    private RecordingCut(CutChoice choice, RecordingHead head, MadeFile file) {
        this.choice = choice;
        this.head = head;
        this.file = file;
        filter = new CutFilter(choice);
    }

    /**
     * Writes the part into a new file.
     *
     * @param head what the file tells of itself
     * @return how many entries it has
     * @throws RecordingException when the recording cannot be read, or the file not written
     * @throws ConfigException when a time is none, or nothing lies between the two
     */
    public static long cut(Path recording, CutChoice choice, RecordingHead head, Path to)
            throws IOException {
        try (EntrySource source = Recordings.open(recording);
                MadeFile file = new MadeFile(to)) {
            RecordingCut cut = new RecordingCut(choice, head, file);
            cut.read(source);
            if (!file.isBegun()) {
                throw new ConfigException(
                        "--from and --to must hold something of the recording, which ends at "
                                + RecordedTime.instant(cut.lastUs));
            }
            file.end();
            return file.count();
        }
    }

    private void read(EntrySource source) throws IOException {
        while (source.next()) {
            RecordedEntry entry = source.entry();
            if (!hasRange) {
                setRange(entry.wallUs());
            }
            lastUs = Math.max(lastUs, entry.wallUs());
            if (entry.wallUs() >= toUs + BEHIND_US) {
                return;
            }
            onEntry(source, entry);
        }
    }

    private void setRange(long dayUs) {
        hasRange = true;
        fromUs = time("--from", choice.from(), dayUs, Long.MIN_VALUE / 2);
        toUs = time("--to", choice.to(), dayUs, Long.MAX_VALUE / 2);
        if (toUs <= fromUs) {
            throw new ConfigException("--to must be later than --from: was " + choice.to());
        }
    }

    private static long time(String option, String text, long dayUs, long otherwise) {
        try {
            return text == null ? otherwise : RecordedTime.parse(text, dayUs);
        } catch (DateTimeException e) {
            throw new ConfigException(
                    option
                            + " must be a time such as 2026-03-01T09:00:00Z, 2026-03-01 or 09:00:"
                            + " was "
                            + text);
        }
    }

    private void onEntry(EntrySource source, RecordedEntry entry) throws RecordingException {
        boolean isHead = entry.kind() == EntryKind.RECORDING || entry.kind() == EntryKind.END;
        boolean isWanted = !isHead && entry.wallUs() >= fromUs && entry.wallUs() < toUs;
        if (isWanted && !file.isBegun()) {
            file.begin(head, entry.timeNs(), entry.wallUs());
            state();
        }
        hearing.onEntry(source);
        if (isWanted) {
            write(entry);
        }
    }

    /** How things are as the part begins. */
    private void state() throws RecordingException {
        for (HeardConnection each : hearing.open()) {
            file.open(each.number(), each.isPublic(), each.isPaper());
            for (byte[] text : each.control().values()) {
                file.text(each.number(), text);
            }
            for (Map.Entry<Long, HeardChannel> channel : each.channels().entrySet()) {
                subscribed(each.number(), channel.getKey(), channel.getValue());
            }
        }
    }

    private void subscribed(int connection, long id, HeardChannel channel)
            throws RecordingException {
        if (!filter.holds(connection, id, channel)) {
            return;
        }
        file.text(connection, channel.subscribed());
        if (channel.book() != null && channel.book().isWhole()) {
            file.text(connection, channel.book().snapshotFrame(id));
        }
    }

    private void write(RecordedEntry entry) throws RecordingException {
        switch (entry.kind()) {
            case IN -> frame(entry);
            case CLOSE -> {
                filter.onClose(entry.connection());
                file.write(entry);
            }
            default -> {
                if (!choice.isPart() || !entry.kind().hasText()) { // a part is of market data
                    file.write(entry);
                }
            }
        }
    }

    private void frame(RecordedEntry entry) throws RecordingException {
        HeardConnection connection = hearing.openOf(entry.connection());
        long id = CutFilter.channelOf(entry);
        if (!choice.isPart() || !filter.isLeftOut(connection, entry, id)) {
            file.write(entry);
            return;
        }
        boolean isArray = entry.text().getByte(entry.textOffset()) == '[';
        if (isArray && (connection.flags() & NUMBERED) != 0) {
            file.time(entry);
            file.text(entry.connection(), "[" + id + ",\"hb\"," + connection.lastSequence() + "]");
        }
    }
}
