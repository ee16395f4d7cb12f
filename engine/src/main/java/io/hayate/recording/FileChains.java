package io.hayate.recording;

import io.hayate.recording.foreign.FrameText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.agrona.DirectBuffer;

/**
 * The files of a folder of others as chains: a file that begins with the welcome of a connection, or
 * earlier than the file before it, begins one, any other goes on with that. The file before it is the last
 * whose name is the same but for its digits, while its chain ends with it; else the last of all. Chains may
 * overlap in time, as where each connection has files of its own.
 */
final class FileChains {
    private static final int LOOKED_AT_MAX = 1_000; // of a file's entries

    /**
     * One after the other.
     *
     * @param startNs the time of its first entry
     */
    record Chain(long startNs, List<Path> files) {}

    /** A file that its chain may end with. */
    private record Tail(Chain chain, Path file, long startNs) {
        private boolean isLast() {
            return chain.files().get(chain.files().size() - 1).equals(file);
        }
    }

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final List<Chain> chains = new ArrayList<>();
    private final Map<String, Tail> tails = new HashMap<>(); // by their names without digits
    private RecordingFormat format;
    private long startNs = Long.MIN_VALUE; // of the file before

    private FileChains() {}

    /**
     * Looks at the beginning of each file.
     *
     * @param files in their order; at least one
     * @return one chain of all where they are no others', or frames, whose times are made up
     * @throws RecordingException when a file cannot be read, or is of another format than the first
     */
    static List<Chain> of(List<Path> files) throws IOException {
        FileChains made = new FileChains();
        for (Path file : files) {
            made.look(file, files);
            if (made.format == RecordingFormat.HAYATE || made.format == RecordingFormat.FRAMES) {
                return List.of(new Chain(0, files));
            }
        }
        return made.chains;
    }

    private void look(Path file, List<Path> files) throws IOException {
        try (EntrySource source = RecordingFile.open(file, new ForeignLinks())) {
            if (format == null) {
                format = source.format();
            }
            FolderSource.checkFormat(source, format, file, files.get(0));
            boolean isAny = source.next();
            long beforeNs = startNs;
            startNs = isAny ? source.entry().timeNs() : beforeNs;
            add(file, isAny && isWelcomed(source), beforeNs);
        }
    }

    private void add(Path file, boolean isWelcomed, long beforeNs) {
        String name = DIGITS.matcher(file.getFileName().toString()).replaceAll("");
        Tail like = tails.get(name);
        boolean isLike = like != null && like.isLast();
        boolean isEarlier = startNs < (isLike ? like.startNs() : beforeNs);
        if (chains.isEmpty() || isEarlier || isWelcomed) {
            chains.add(new Chain(startNs, new ArrayList<>()));
            isLike = false;
        }
        Chain chain = isLike ? like.chain() : chains.get(chains.size() - 1);
        chain.files().add(file);
        tails.put(name, new Tail(chain, file, startNs));
    }

    /** True when the first text that came in is that which comes first on a connection. */
    private static boolean isWelcomed(EntrySource source) throws IOException {
        int looked = 0;
        boolean isMore = true;
        while (isMore && source.entry().kind() != EntryKind.IN && looked < LOOKED_AT_MAX) {
            isMore = source.next();
            looked++;
        }
        RecordedEntry entry = source.entry();
        if (!isMore || entry.kind() != EntryKind.IN) {
            return false;
        }
        DirectBuffer text = entry.text();
        int end = entry.textOffset() + entry.textLength();
        return FrameText.isWelcome(text.byteArray(), entry.textOffset(), end);
    }
}
