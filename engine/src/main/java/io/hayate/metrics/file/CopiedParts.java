package io.hayate.metrics.file;

import io.hayate.metrics.CountersHeader;
import io.hayate.metrics.CountersLayout;
import io.hayate.metrics.CountersMemory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.agrona.concurrent.status.CountersReader;

/**
 * Writes what is used of a process's counters into a file: a few hundred pages of the thousands. The number of
 * changes in the header is odd meanwhile, as in a mapped file.
 */
final class CopiedParts {
    private CopiedParts() {}

    static void write(CountersMemory memory, FileChannel channel) throws IOException {
        CountersLayout layout = memory.layout();
        long changes = memory.buffer().getLongVolatile(CountersHeader.CHANGES_OFFSET);
        word(channel, CountersHeader.CHANGES_OFFSET, changes | 1);
        int counters = used(memory, layout.metadataOffset(), layout.counters());
        part(memory, channel, layout.metadataOffset(), counters * CountersReader.METADATA_LENGTH);
        part(memory, channel, layout.valuesOffset(), counters * CountersReader.COUNTER_LENGTH);
        int slots =
                used(
                        memory,
                        layout.channelMetadataOffset(),
                        layout.channelMetadataBytes() / CountersReader.METADATA_LENGTH);
        int channelMetadata = layout.channelMetadataOffset();
        part(memory, channel, channelMetadata, slots * CountersReader.METADATA_LENGTH);
        part(memory, channel, layout.channelValuesOffset(), slots * CountersReader.COUNTER_LENGTH);
        part(memory, channel, layout.errorsOffset(), layout.errorBytes());
        if (channel.size() < layout.bytes()) {
            channel.write(ByteBuffer.allocate(1), layout.bytes() - 1L);
        }
        int head = CountersHeader.CHANGES_OFFSET;
        part(memory, channel, head + Long.BYTES, CountersLayout.HEADER_BYTES - head - Long.BYTES);
        part(memory, channel, 0, head);
        word(channel, CountersHeader.CHANGES_OFFSET, (changes | 1) + 1);
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

    private static void part(CountersMemory memory, FileChannel channel, int offset, int bytes)
            throws IOException {
        byte[] copy = new byte[bytes];
        memory.buffer().getBytes(offset, copy);
        write(channel, ByteBuffer.wrap(copy), offset);
    }

    private static void word(FileChannel channel, int offset, long value) throws IOException {
        ByteBuffer word = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
        write(channel, word.putLong(0, value), offset);
    }

    private static void write(FileChannel channel, ByteBuffer bytes, int offset)
            throws IOException {
        int at = offset;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }
}
