package io.hayate.transport;

import io.hayate.model.Shortage;
import io.hayate.transport.websocket.CloseCode;
import io.hayate.transport.websocket.UpgradeException;
import io.hayate.transport.websocket.WebSocketException;
import io.netty.channel.ChannelException;
import io.netty.handler.ssl.NotSslRecordException;
import java.io.IOException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Says in one line for a person what a library's exception means. */
final class Details {
    static final String CLOSED = "the venue closed the connection";
    static final String CLOSED_RUDELY = CLOSED + " without a close frame";

    private static final int LENGTH_MAX = 120;

    private Details() {}

    /** The name was looked up in vain; a reason that is not the usual one is told. */
    static TransportException ofResolve(UnknownHostException e, String host) {
        String said = String.valueOf(e.getMessage());
        String reason = said.startsWith(host) ? said.substring(host.length()) : ": " + said;
        boolean isUsual = reason.isEmpty() || reason.endsWith("not known");
        return new TransportException(
                DisconnectCause.UNRESOLVED,
                "no address is known for the host " + host + (isUsual ? "" : cut(reason)));
    }

    /** The name could not even be looked up. */
    static TransportException ofLookUp(Throwable cause, String host) {
        return new TransportException(
                DisconnectCause.NO_SOCKET,
                "the host " + host + " could not be looked up: " + innermostMessage(cause));
    }

    /** Why no connection came to be; {@code peer} is host and port. */
    static TransportException ofConnect(Throwable cause, String peer) {
        String message = innermostMessage(cause);
        if (isOurWant(cause, message)) {
            String reason = message.substring(message.lastIndexOf(": ") + 1).strip();
            return new TransportException(
                    DisconnectCause.NO_SOCKET,
                    "no socket could be had for " + peer + ": " + reason);
        }
        if (message.contains("timed out")) {
            return new TransportException(DisconnectCause.TIMED_OUT, peer + " did not answer");
        }
        if (message.contains("refused")) {
            return new TransportException(
                    DisconnectCause.REFUSED, peer + " refused the connection");
        }
        String why = cause instanceof NoRouteToHostException ? "no route leads there" : message;
        return new TransportException(DisconnectCause.REFUSED, peer + " cannot be reached: " + why);
    }

    /** True when the socket was not made, or the system had no port for it. */
    private static boolean isOurWant(Throwable cause, String message) {
        return cause instanceof ChannelException
                || message.contains("Too many open files")
                || message.contains("Cannot assign requested address");
    }

    static TransportException ofTimeout(String peer, long timeoutMs, Phase phase) {
        String detail = "no connection to " + peer + " within " + timeoutMs + " ms";
        return new TransportException(
                DisconnectCause.TIMED_OUT, detail + ": still " + phase.text());
    }

    /** How an attempt ended in a phase before it was open. */
    static TransportException ofHandshake(String detail, Phase phase) {
        return new TransportException(
                DisconnectCause.HANDSHAKE_REFUSED, detail + " while " + phase.text());
    }

    /** The venue does not make a WebSocket of it. */
    static TransportException ofUpgrade(UpgradeException e) {
        return new TransportException(
                e.isBusy() ? DisconnectCause.HANDSHAKE_BUSY : DisconnectCause.HANDSHAKE_REFUSED,
                e.getMessage() + cut(e.said()));
    }

    /** The venue broke a rule, or sent too much. */
    static TransportException ofBrokenRule(WebSocketException e) {
        return new TransportException(
                e.isTooLarge() ? DisconnectCause.FRAME_TOO_LARGE : DisconnectCause.PROTOCOL_ERROR,
                e.closeCode(),
                e.getMessage());
    }

    /** The venue said goodbye. */
    static TransportException ofClose(int code, String reason) {
        String detail = CLOSED + " with " + code + " " + reason;
        return new TransportException(DisconnectCause.CLOSED_BY_VENUE, cut(detail));
    }

    static TransportException ofTls(Throwable cause, String peer) {
        if (cause instanceof NotSslRecordException) {
            return tlsFailed(peer + " does not speak TLS on that port");
        }
        String innermost = innermostMessage(cause);
        return tlsFailed(
                isAboutCertificate(cause)
                        ? "the certificate of " + peer + " was not accepted: " + innermost
                        : "TLS with " + peer + " failed: " + innermost);
    }

    private static TransportException tlsFailed(String detail) {
        return new TransportException(DisconnectCause.TLS_FAILED, detail);
    }

    private static boolean isAboutCertificate(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    /** True when TLS failed for want of a connection: at its root lies no error of TLS. */
    static boolean isLoss(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof IOException && !(root instanceof SSLException);
    }

    /** The budget allows a message for which this machine has no memory nevertheless. */
    static TransportException ofMemory(OutOfMemoryError e) {
        return new TransportException(
                DisconnectCause.FRAME_TOO_LARGE, CloseCode.TOO_LARGE, noMemory(e));
    }

    /** How a connection that stood was lost. */
    static String ofLoss(Throwable cause) {
        if (cause instanceof OutOfMemoryError e) {
            return noMemory(e);
        }
        String message = innermostMessage(cause);
        return message.toLowerCase(Locale.ROOT).contains("reset")
                ? "the connection was reset"
                : "the connection broke: " + message;
    }

    private static String noMemory(OutOfMemoryError e) {
        return cut("no memory for a message of the venue: " + Shortage.of(e));
    }

    private static String innermostMessage(Throwable cause) {
        String message = cause.toString();
        for (Throwable t = cause; t != null; t = t.getCause()) {
            message = t.getMessage() == null ? message : t.getMessage();
        }
        return cut(message);
    }

    /** Makes one short line of a text from outside. */
    private static String cut(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\x7f-\\x9f]+", " ").strip();
        return line.length() <= LENGTH_MAX ? line : line.substring(0, LENGTH_MAX) + "...";
    }

    /** We said goodbye. */
    static TransportException ofOurs(int code, String reason) {
        return closedByUs(("closed with " + code + " " + reason).strip());
    }

    /** We gave an attempt up. */
    static TransportException ofOurs(Phase phase) {
        return closedByUs("closed while " + phase.text());
    }

    private static TransportException closedByUs(String detail) {
        return new TransportException(DisconnectCause.CLOSED_BY_US, detail);
    }
}
