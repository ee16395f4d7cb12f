package io.hayate.transport.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a venue sends on one connection, in which pieces, and what a client by RFC 6455 makes of it. */
public final class Rfc6455Case {
    /** The connection stays open. */
    public static final int OPEN = 0;

    /** A close frame without a code. */
    public static final int NO_CODE = 1005;

    public final String name;
    public final List<String> texts = new ArrayList<>();

    /** The payloads of the pongs, a character for each byte. */
    public final List<String> pongs = new ArrayList<>();

    /** The code of the close frame that the client sends, once and last, or {@link #OPEN}. */
    public int closeCode = OPEN;

    private byte[] stream = {};
    private List<Integer> cuts = List.of();
    private int pieceBytes = Integer.MAX_VALUE;

    Rfc6455Case(String name) {
        this.name = name;
    }

    Rfc6455Case sends(byte[]... frames) {
        stream = ServerFrames.join(stream, ServerFrames.join(frames));
        return this;
    }

    /** Sends in pieces of this many bytes. */
    Rfc6455Case inPiecesOf(int bytes) {
        pieceBytes = bytes;
        return this;
    }

    /** Sends in one piece more than there are cuts. */
    Rfc6455Case cutAt(Integer... indexes) {
        cuts = List.of(indexes);
        return this;
    }

    Rfc6455Case text(String... expected) {
        texts.addAll(List.of(expected));
        return this;
    }

    Rfc6455Case pong(byte[]... expected) {
        for (byte[] payload : expected) {
            pongs.add(new String(payload, ISO_8859_1));
        }
        return this;
    }

    Rfc6455Case closes(int code) {
        closeCode = code;
        return this;
    }

    /** The stream as it is sent. */
    public List<byte[]> pieces() {
        List<byte[]> pieces = new ArrayList<>();
        int start = 0;
        while (start < stream.length) {
            int end = nextCut(start);
            pieces.add(Arrays.copyOfRange(stream, start, end));
            start = end;
        }
        return pieces;
    }

    private int nextCut(int start) {
        int end = stream.length - start <= pieceBytes ? stream.length : start + pieceBytes;
        for (int cut : cuts) {
            end = cut > start && cut < end ? cut : end;
        }
        return end;
    }

    @Override
    public String toString() {
        return name;
    }
}
