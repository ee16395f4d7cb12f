package io.hayate.venue.server;

import io.hayate.model.ConfigException;
import io.hayate.model.Shortage;
import io.hayate.venue.ListenConfig;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a venue listens, as the settings name it: on loopback, on another address of this machine, or
 * on all of them.
 */
final class ListenAddress {
    private static final int ADDRESSES_MAX = 64;
    private static final Pattern NAME = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9.-]+");
    private static final String BROADCAST = "255.255.255.255";
    private static final String LOOPBACK_4 = "127.0.0.1";
    private static final String LOOPBACK_6 = "::1";

    private final String name;
    private final InetSocketAddress socket;

    private ListenAddress(String name, InetSocketAddress socket) {
        this.name = name;
        this.socket = socket;
    }

    /**
     * Looks the name up.
     *
     * @throws ConfigException when it names nothing
     */
    static ListenAddress of(ListenConfig config) {
        try {
            InetAddress address = InetAddress.getByName(config.host());
            if (address.isMulticastAddress() || address.getHostAddress().equals(BROADCAST)) {
                throw new ConfigException(rule(config.host()) + ", which is of many");
            }
            return new ListenAddress(config.host(), new InetSocketAddress(address, config.port()));
        } catch (UnknownHostException e) {
            throw new ConfigException(rule(config.host()) + ", which is not known", e);
        }
    }

    private static String rule(String was) {
        return "embedded.host must be an address or name of this machine: was " + was;
    }

    /** What to listen on. */
    InetSocketAddress socket() {
        return socket;
    }

    /** True when others than programs of this machine reach it. */
    boolean isOpen() {
        return !socket.getAddress().isLoopbackAddress();
    }

    /** Why nothing can listen there. */
    ConfigException refused(Throwable cause) {
        String where = authority(socket.getAddress(), socket.getPort());
        String missing = Shortage.of(cause);
        if (missing != null) {
            return new ConfigException(
                    "the venue cannot listen on " + where + ": " + missing, cause);
        }
        String reason = String.valueOf(cause.getMessage());
        if (reason.contains("in use")) {
            return new ConfigException(portRule(where) + ", which is in use", cause);
        } else if (reason.contains("denied")) {
            return new ConfigException(portRule(where) + " (" + reason + ")", cause);
        }
        boolean foreign = reason.contains("assign requested address");
        return new ConfigException(
                rule(name) + (foreign ? ", which is of another one" : " (" + reason + ")"), cause);
    }

    private static String portRule(String was) {
        return "embedded.port must be free to listen on: was " + was;
    }

    /** Host and port as programs of this machine write them: loopback, if it listens everywhere. */
    String here(int port) {
        InetAddress address = socket.getAddress();
        if (!address.isAnyLocalAddress()) {
            return authority(address, port);
        }
        return address instanceof Inet6Address
                ? "[" + LOOPBACK_6 + "]:" + port
                : LOOPBACK_4 + ":" + port;
    }

    private static String authority(InetAddress address, int port) {
        String host = address.getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** What a certificate is to name, beside {@code localhost} and the first loopback addresses. */
    List<byte[]> certified() {
        List<byte[]> names = new ArrayList<>();
        if (NAME.matcher(name).matches()) {
            names.add(Der.implicit(2, name.getBytes(StandardCharsets.US_ASCII)));
        }
        addresses().forEach(address -> names.add(Der.implicit(7, address.getAddress())));
        return names;
    }

    private List<InetAddress> addresses() {
        if (!socket.getAddress().isAnyLocalAddress()) {
            return List.of(socket.getAddress());
        }
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .limit(ADDRESSES_MAX)
                    .toList();
        } catch (SocketException e) {
            return List.of(); // a certificate without them
        }
    }
}
