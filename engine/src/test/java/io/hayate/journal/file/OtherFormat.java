package io.hayate.journal.file;

import io.hayate.journal.SegmentHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** Makes a segment one of another format, as another release would have written it. */
final class OtherFormat {
    private static final int FORMAT_OFFSET = 8;
    private static final int CRC_OFFSET = 48;

    private OtherFormat() {}

    static void write(Path file, int format) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(SegmentHeader.BYTES).order(ByteOrder.nativeOrder());
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.read(header, 0);
            header.putInt(FORMAT_OFFSET, format);
            CRC32C crc = new CRC32C();
            crc.update(header.array(), FORMAT_OFFSET, CRC_OFFSET - FORMAT_OFFSET);
            header.putInt(CRC_OFFSET, (int) crc.getValue());
            channel.write(header.flip(), 0);
        }
    }
}
