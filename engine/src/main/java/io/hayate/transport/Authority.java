package io.hayate.transport;

import io.netty.util.NetUtil;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Host and port of an address, as they are resolved and sent. {@link URI} knows no host with an
 * underscore or a letter beyond ASCII, so its authority is read here.
 *
 * @param host a name in lower case and ASCII without a dot at its end, or an address without brackets
 * @param port -1 when none is given
 */
public record Authority(String host, int port) {
    private static final int PORT_MAX = 65_535;
    private static final int LABEL_MAX = 63;
    private static final int NAME_MAX = 253;

    /** That of a URL. */
    static Authority of(URI url) {
        String text = url.getRawAuthority();
        return parse(text == null ? "" : text);
    }

    /**
     * Reads {@code HOST} or {@code HOST:PORT}.
     *
     * @throws IllegalArgumentException with the reason, in words that go on after the text
     */
    public static Authority parse(String text) {
        if (text.indexOf('@') >= 0) {
            throw new IllegalArgumentException("which holds a user or a password");
        }
        boolean isAddress = text.startsWith("[");
        int colon = isAddress ? text.indexOf(':', text.lastIndexOf(']') + 1) : text.indexOf(':');
        if (isAddress ? text.indexOf(']') < 0 : colon != text.lastIndexOf(':')) {
            throw new IllegalArgumentException("whose host is no IPv6 address in brackets");
        }
        String host = colon < 0 ? text : text.substring(0, colon);
        int port = colon < 0 ? -1 : port(text.substring(colon + 1));
        return new Authority(isAddress ? address(host) : name(host), port);
    }

    private static int port(String digits) {
        int port = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
        if (port < 1 || port > PORT_MAX) {
            throw new IllegalArgumentException("whose port is not from 1 to " + PORT_MAX);
        }
        return port;
    }

    private static String address(String bracketed) {
        boolean isWhole = bracketed.endsWith("]");
        String text = isWhole ? bracketed.substring(1, bracketed.length() - 1) : "";
        int percent = text.indexOf('%');
        String zone = percent < 0 ? "" : zone(text.substring(percent));
        String address = percent < 0 ? text : text.substring(0, percent);
        if (!NetUtil.isValidIpV6Address(address)) {
            throw new IllegalArgumentException("whose host is no IPv6 address");
        }
        return address.toLowerCase(Locale.ROOT) + zone;
    }

    private static String zone(String text) {
        String zone = text.startsWith("%25") ? text.substring(3) : text.substring(1);
        if (!zone.matches("[\\w.~-]+")) {
            throw new IllegalArgumentException("whose IPv6 address has a zone that is none");
        }
        return "%" + zone;
    }

    private static String name(String text) {
        String ascii = ascii(text).toLowerCase(Locale.ROOT);
        String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        if (name.isEmpty()) {
            throw new IllegalArgumentException("which names no host");
        }
        String[] labels = name.split("\\.", -1);
        for (String label : labels) {
            checkLabel(label);
        }
        if (name.length() > NAME_MAX) {
            throw new IllegalArgumentException("whose host is over " + NAME_MAX + " letters long");
        }
        boolean endsInNumber = labels[labels.length - 1].matches("\\d+");
        if (endsInNumber && !NetUtil.isValidIpV4Address(name)) {
            throw new IllegalArgumentException("whose host is no IPv4 address");
        }
        return name;
    }

    private static String ascii(String text) {
        if (text.chars().allMatch(letter -> letter < 128)) {
            return text;
        }
        try {
            return IDN.toASCII(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("whose host is no name of the internet", e);
        }
    }

    private static void checkLabel(String label) {
        if (label.isEmpty() || label.length() > LABEL_MAX) {
            throw new IllegalArgumentException(
                    "whose host has a part that is empty or over " + LABEL_MAX + " letters long");
        } else if (!label.matches("[a-z0-9_-]+")) {
            throw new IllegalArgumentException(
                    "whose host has other than letters, digits, - and _ in its parts");
        } else if (label.startsWith("-") || label.endsWith("-")) {
            throw new IllegalArgumentException("whose host has a part that begins or ends with -");
        }
    }

    /** True for an address of numbers. */
    boolean isAddress() {
        return isIpV6() || NetUtil.isValidIpV4Address(host);
    }

    private boolean isIpV6() {
        return host.indexOf(':') >= 0;
    }

    /** True for what only an underscore keeps from being the name of a host in a certificate. */
    public boolean hasUnderscore() {
        return host.indexOf('_') >= 0 && !isIpV6();
    }

    /** True for an address of this machine, by its text alone: no name is looked up. */
    public boolean isLoopback() {
        if (!isAddress()) {
            return host.equals("localhost");
        }
        try {
            byte[] bytes = NetUtil.createByteArrayFromIpAddressString(withoutZone());
            return InetAddress.getByAddress(bytes).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // it was checked
        }
    }

    /** The host as certificates have it: a zone is of use on this machine alone. */
    String withoutZone() {
        int percent = host.indexOf('%');
        return percent < 0 ? host : host.substring(0, percent);
    }

    /** The authority as the Host header has it. */
    String header() {
        String text = isIpV6() ? "[" + withoutZone() + "]" : host;
        return port < 0 ? text : text + ":" + port;
    }

    /** The authority as a URL has it. */
    @Override
    public String toString() {
        String text = isIpV6() ? "[" + host + "]" : host;
        return port < 0 ? text : text + ":" + port;
    }
}
