package io.hayate.latency;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Hayate with all on that shows it: figures in a mapped file, page, metrics, log and notifications; and
 * {@link Spectators} who look.
 */
final class WatchedClient implements Client {
    private static final String TOKEN = "latency-latency-latency";
    private static final String KINDS =
            "fill, reject, unknown, health, reconnect, loss-limit, kill, incident, strategy, end";

    private final HayateClient hayate;
    private Spectators spectators; // of the process that runs
    private int page;

    /** Settings of its own are added to that client's. */
    WatchedClient(HayateClient hayate) {
        this.hayate = hayate;
    }

    @Override
    public List<String> command(int port, int symbols) throws IOException {
        final List<String> command = hayate.command(port, symbols);
        spectators = new Spectators();
        page = freePort();
        Files.write(hayate.config(), settings(), StandardOpenOption.APPEND);
        return command;
    }

    private List<String> settings() {
        Path log = hayate.folder().resolve("hayate.log");
        String hook = "http://127.0.0.1:" + spectators.hookPort() + "/";
        return List.of(
                "http { enabled = true, port = " + page + " }",
                "log { enabled = true, file = " + HayateClient.quoted(log) + " }",
                "notifications.targets.hook { type = webhook, url = \"" + hook + "\" }",
                "notifications.rules = [{ kinds = [" + KINDS + "], targets = [hook] }]");
    }

    /** One that nothing listens at now. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(hayate.environment());
        environment.put("HAYATE_HTTP_TOKEN", TOKEN);
        return environment;
    }

    @Override
    public void attend() {
        spectators.look(page, TOKEN);
    }

    @Override
    public List<String> hotThreads() {
        return hayate.hotThreads();
    }

    @Override
    public boolean spins() {
        return hayate.spins();
    }

    @Override
    public boolean mustBeStopped() {
        return hayate.mustBeStopped();
    }

    @Override
    public void cleanUp() throws IOException {
        if (spectators != null) {
            spectators.close();
        }
        hayate.cleanUp();
    }
}
