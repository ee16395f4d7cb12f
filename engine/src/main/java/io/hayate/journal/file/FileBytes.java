package io.hayate.journal.file;

import io.hayate.journal.SegmentBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A segment as a file that is read, never mapped: one that is cut meanwhile just ends earlier. */
final class FileBytes implements SegmentBytes {
    private final Path path;
    private final FileChannel channel;

    FileBytes(Path path) throws IOException {
        this.path = path;
        channel = FileChannel.open(path, StandardOpenOption.READ);
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
        return Math.max(0, channel.read(target, position));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
