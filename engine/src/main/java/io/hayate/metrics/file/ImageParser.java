package io.hayate.metrics.file;

import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.CounterKey;
import io.hayate.metrics.CountersLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.agrona.BitUtil;
import org.agrona.concurrent.errors.DistinctErrorLog;
import org.agrona.concurrent.status.CountersReader;

/**
 * Reads a copy of a counters' memory, and checks every length in it. Buffers of the JDK are read, which check
 * bounds whatever the process's flags are.
 */
public final class ImageParser {
    private static final int SLOTS = 2;

    private final ByteBuffer bytes;
    private final String name;
    private final ImageHeader header;
    private final CountersLayout layout;

    private ImageParser(byte[] copy, String name) throws CountersException {
        bytes = ByteBuffer.wrap(copy).order(ByteOrder.nativeOrder());
        this.name = name;
        header = ImageHeader.of(bytes, name);
        layout = header.layout();
        if (copy.length != layout.bytes()) {
            throw new CountersException(
                    name
                            + " is damaged: it has "
                            + copy.length
                            + " bytes in place of "
                            + layout.bytes());
        }
    }

    /**
     * What a copy says.
     *
     * @param name of what it is a copy, for complaints
     * @throws CountersException when it is no whole memory of counters
     */
    public static CountersImage parse(byte[] copy, String name) throws CountersException {
        return new ImageParser(copy, name).image();
    }

    private CountersImage image() throws CountersException {
        List<CounterRecord> all =
                records(layout.metadataOffset(), layout.valuesOffset(), layout.counters());
        List<CounterRecord> slots =
                records(
                        layout.channelMetadataOffset(),
                        layout.channelValuesOffset(),
                        layout.channels() * SLOTS);
        return new CountersImage(header, all, channels(slots), statistics(slots), errors());
    }

    private List<CounterRecord> records(int metadata, int values, int most)
            throws CountersException {
        List<CounterRecord> records = new ArrayList<>();
        for (int id = 0; id < most; id++) {
            int at = metadata + id * CountersReader.METADATA_LENGTH;
            int state = bytes.getInt(at);
            if (state == CountersReader.RECORD_UNUSED) {
                break;
            }
            if (state != CountersReader.RECORD_ALLOCATED) {
                throw damaged("counter " + id + " is of state " + state);
            }
            records.add(record(id, at, values + id * CountersReader.COUNTER_LENGTH));
        }
        return records;
    }

    private CounterRecord record(int id, int at, int value) throws CountersException {
        int length = bytes.getInt(at + CountersReader.LABEL_OFFSET);
        if (length < 0 || length > CountersReader.MAX_LABEL_LENGTH) {
            throw damaged("the label of counter " + id + " has " + length + " bytes");
        }
        int key = at + CountersReader.KEY_OFFSET;
        int first = wordLength(key, id);
        int second = wordLength(key + 1 + first, id);
        return new CounterRecord(
                bytes.getInt(at + CountersReader.TYPE_ID_OFFSET),
                text(key + 1, first),
                text(key + 1 + first + 1, second),
                text(at + CountersReader.LABEL_OFFSET + Integer.BYTES, length),
                bytes.getLong(value));
    }

    private int wordLength(int at, int id) throws CountersException {
        int length = bytes.get(at);
        if (length < 0 || length > CounterKey.WORD_BYTES_MAX) {
            throw damaged("the key of counter " + id + " has a word of " + length + " bytes");
        }
        return length;
    }

    private String text(int at, int length) {
        return new String(bytes.array(), at, length, StandardCharsets.UTF_8);
    }

    private CountersException damaged(String what) {
        return new CountersException(name + " is damaged: " + what);
    }

    private List<ChannelRecord> channels(List<CounterRecord> slots) {
        List<ChannelRecord> channels = new ArrayList<>();
        for (int id = 0; id < slots.size() / SLOTS; id++) {
            CounterRecord loop = slots.get(id * SLOTS);
            String told = slots.get(id * SLOTS + 1).label();
            String start = loop.label() + ": ";
            String reason = told.startsWith(start) ? told.substring(start.length()) : "";
            channels.add(new ChannelRecord(id, loop.first(), loop.label(), reason));
        }
        return channels;
    }

    private ChannelStatistics statistics(List<CounterRecord> slots) {
        int count = slots.size() / SLOTS;
        ChannelStatistics statistics = new ChannelStatistics(count);
        for (int id = 0; id < count; id++) {
            for (Figure figure : Figure.values()) {
                int slot = id * SLOTS + figure.slot().place();
                int at = layout.channelValuesOffset() + slot * CountersReader.COUNTER_LENGTH;
                statistics.set(id, figure, bytes.getLong(at + figure.slotOffset()));
            }
        }
        return statistics;
    }

    private List<ErrorRecord> errors() throws CountersException {
        List<ErrorRecord> errors = new ArrayList<>();
        int end = layout.errorsOffset() + layout.errorBytes();
        int at = layout.errorsOffset();
        while (end - at >= DistinctErrorLog.ENCODED_ERROR_OFFSET) {
            int length = bytes.getInt(at + DistinctErrorLog.LENGTH_OFFSET);
            if (length == 0) {
                break;
            }
            if (length < DistinctErrorLog.ENCODED_ERROR_OFFSET || length > end - at) {
                throw damaged("an error has " + length + " bytes");
            }
            errors.add(error(at, length));
            at += BitUtil.align(length, DistinctErrorLog.RECORD_ALIGNMENT);
        }
        return errors;
    }

    private ErrorRecord error(int at, int length) {
        int text = DistinctErrorLog.ENCODED_ERROR_OFFSET;
        return new ErrorRecord(
                bytes.getInt(at + DistinctErrorLog.OBSERVATION_COUNT_OFFSET),
                bytes.getLong(at + DistinctErrorLog.FIRST_OBSERVATION_TIMESTAMP_OFFSET),
                bytes.getLong(at + DistinctErrorLog.LAST_OBSERVATION_TIMESTAMP_OFFSET),
                text(at + text, length - text));
    }
}
