package io.hayate.transport.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.agrona.DirectBuffer;

/**
 * The HTTP/1.1 exchange that turns a connection into a WebSocket; one object, one attempt. It offers
 * no extension and no sub-protocol, and accepts none.
 *
 * <pre>GET /ws/2 HTTP/1.1 ...   HTTP/1.1 101 Switching Protocols ...</pre>
 */
public final class Upgrade {
    private static final int HEAD_BYTES_MAX = 16_384;
    private static final int KEY_BYTES = 16;
    private static final String PROTOCOL = "HTTP/1.";
    private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: (.*))?");
    private static final Pattern LINE_END = Pattern.compile("\r?\n");
    private static final Pattern HEAD_END = Pattern.compile("\r?\n\r?\n");

    private final String key;

    /** One that has asked nothing yet. */
    public Upgrade() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        key = Base64.getEncoder().encodeToString(random);
    }

    /**
     * What the venue is asked.
     *
     * @param target path and query
     * @param host the Host header
     */
    public byte[] request(String target, String host) {
        return String.join(
                        "\r\n",
                        "GET " + target + " HTTP/1.1",
                        "Host: " + host,
                        "Upgrade: websocket",
                        "Connection: Upgrade",
                        "Sec-WebSocket-Key: " + key,
                        "Sec-WebSocket-Version: 13",
                        "User-Agent: hayate",
                        "",
                        "")
                .getBytes(ISO_8859_1);
    }

    /**
     * Reads the answer.
     *
     * @return how many bytes it has, frames may follow; 0 when it is not whole yet
     * @throws UpgradeException when the venue does not take us
     */
    public int read(DirectBuffer buffer, int offset, int length) throws UpgradeException {
        byte[] bytes = new byte[Math.min(length, HEAD_BYTES_MAX)];
        buffer.getBytes(offset, bytes);
        String text = new String(bytes, ISO_8859_1);
        if (!text.startsWith(PROTOCOL.substring(0, Math.min(text.length(), PROTOCOL.length())))) {
            throw refused("what answered the upgrade does not speak HTTP: ", text);
        }
        Matcher lineEnd = LINE_END.matcher(text);
        if (lineEnd.find()) {
            checkStatus(text.substring(0, lineEnd.start()));
        }
        Matcher headEnd = HEAD_END.matcher(text);
        if (headEnd.find()) {
            checkHeaders(LINE_END.split(text.substring(0, headEnd.start())));
            return headEnd.end();
        }
        if (length >= HEAD_BYTES_MAX) {
            throw refused("the answer to the upgrade is over " + HEAD_BYTES_MAX + " bytes");
        }
        return 0;
    }

    private static void checkStatus(String line) throws UpgradeException {
        Matcher status = STATUS_LINE.matcher(line);
        if (!status.matches()) {
            throw refused("the answer to the upgrade is not HTTP: ", line);
        }
        if (status.group(1).equals("101")) {
            return;
        }
        boolean busy = status.group(1).matches("408|429|503");
        throw new UpgradeException(
                busy,
                "the venue answered the upgrade with HTTP ",
                line.substring(PROTOCOL.length() + 2));
    }

    private void checkHeaders(String[] lines) throws UpgradeException {
        if (!header(lines, "upgrade").equalsIgnoreCase("websocket")
                || !header(lines, "connection").toLowerCase(Locale.ROOT).contains("upgrade")) {
            throw refused("the venue's answer to the upgrade does not name a WebSocket");
        }
        if (!header(lines, "sec-websocket-accept").equals(acceptOf(key))) {
            throw refused("the venue's answer to the upgrade has a wrong Sec-WebSocket-Accept");
        }
        String extras =
                header(lines, "sec-websocket-extensions") + header(lines, "sec-websocket-protocol");
        if (!extras.isEmpty()) {
            throw refused("the venue chose what was not offered: ", extras);
        }
    }

    /** The value of a header, all values if it stands there more than once, or nothing. */
    private static String header(String[] lines, String name) {
        StringBuilder value = new StringBuilder();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).equalsIgnoreCase(name)) {
                value.append(value.isEmpty() ? "" : ", ").append(line.substring(colon + 1).trim());
            }
        }
        return value.toString();
    }

    /** What a venue must answer to a key. */
    public static String acceptOf(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1")
                            .digest((key + ACCEPT_SUFFIX).getBytes(ISO_8859_1));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    private static UpgradeException refused(String detail) {
        return refused(detail, "");
    }

    private static UpgradeException refused(String detail, String said) {
        return new UpgradeException(false, detail, said);
    }
}
