package io.hayate.metrics.file;

import io.hayate.metrics.CountersHeader;
import io.hayate.metrics.CountersLayout;
import io.hayate.metrics.CountersMemory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.agrona.concurrent.status.CountersReader;

/** What is used of a process's counters: a few hundred pages of the thousands. One thread. */
final class CopiedParts {
    private CopiedParts() {}

    /** Takes a part of the memory. */
    interface Taker {
        void take(int offset, int bytes) throws IOException;
    }

    /** Gives each part that is used, the header first. */
    static void forEach(CountersMemory memory, Taker taker) throws IOException {
        CountersLayout layout = memory.layout();
        int metadata = CountersReader.METADATA_LENGTH;
        int counters = used(memory, layout.metadataOffset(), layout.counters());
        int slots =
                used(
                        memory,
                        layout.channelMetadataOffset(),
                        layout.channelMetadataBytes() / metadata);
        taker.take(0, CountersLayout.HEADER_BYTES);
        taker.take(layout.metadataOffset(), counters * metadata);
        taker.take(layout.valuesOffset(), counters * CountersReader.COUNTER_LENGTH);
        taker.take(layout.channelMetadataOffset(), slots * metadata);
        taker.take(layout.channelValuesOffset(), slots * CountersReader.COUNTER_LENGTH);
        taker.take(layout.errorsOffset(), layout.errorBytes());
    }

    private static int used(CountersMemory memory, int metadata, int most) {
        int used = 0;
        while (used < most
                && memory.buffer().getIntVolatile(metadata + used * CountersReader.METADATA_LENGTH)
                        != CountersReader.RECORD_UNUSED) {
            used++;
        }
        return used;
    }

    /**
     * Writes them into a file, between two changes of the memory. The number of changes in the file is odd
     * meanwhile, as in a mapped one.
     */
    static void write(CountersMemory memory, FileChannel channel) throws IOException {
        int changesAt = CountersHeader.CHANGES_OFFSET;
        long odd = memory.buffer().getLongVolatile(changesAt) | 1;
        word(channel, odd);
        forEach(
                memory,
                (offset, bytes) -> {
                    ByteBuffer copy = ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
                    memory.buffer().getBytes(offset, copy.array());
                    if (offset == 0) {
                        copy.putLong(changesAt, odd);
                    }
                    write(channel, copy, offset);
                });
        int end = memory.layout().bytes();
        if (channel.size() < end) {
            write(channel, ByteBuffer.allocate(1), end - 1);
        }
        word(channel, odd + 1);
    }

    private static void word(FileChannel channel, long value) throws IOException {
        ByteBuffer word = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
        write(channel, word.putLong(0, value), CountersHeader.CHANGES_OFFSET);
    }

    private static void write(FileChannel channel, ByteBuffer bytes, int offset)
            throws IOException {
        int at = offset;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }
}
