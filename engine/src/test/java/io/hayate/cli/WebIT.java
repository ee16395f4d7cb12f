package io.hayate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/hayate --web} as a process, and a client of its page. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WebIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String HAYATE = HOME.resolve("scripts").resolve("hayate").toString();
    private static final String TOKEN = "0123456789abcdef";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir private Path folder;

    private String base;

    private String config() throws IOException {
        List<String> lines =
                List.of(
                        "include required(file(\"" + HOME.resolve("config/hayate.conf") + "\"))",
                        "loop.warm-up = 0s",
                        "http.port = 0",
                        "log { enabled = true, file = \"" + folder.resolve("hayate.log") + "\" }",
                        "journal.head-dir = off");
        return Files.write(folder.resolve("test.conf"), lines).toString();
    }

    private static String readTo(BufferedReader out, String words) throws IOException {
        String line = out.readLine();
        while (line != null && !line.contains(words)) {
            line = out.readLine();
        }
        assertTrue(line != null, words);
        return line;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private String get(String path) throws Exception {
        HttpResponse<String> answer =
                client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), path);
        return answer.body();
    }

    private String ask(String line) throws Exception {
        HttpRequest.BodyPublisher body =
                HttpRequest.BodyPublishers.ofString("{\"line\": \"" + line + "\"}");
        HttpResponse<String> answer =
                client.send(
                        request("/api/command").POST(body).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    /** The first event of the stream that has these words. */
    private String event(String words) throws Exception {
        HttpResponse<InputStream> answer =
                client.send(
                        request("/api/events").build(), HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            return readTo(lines, words);
        }
    }

    private boolean isInJournal(String words) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (file.toString().contains("journal") && text.contains(words)) {
                    return true;
                }
            }
            return false;
        }
    }

    private void checkAnswers() throws Exception {
        assertTrue(event("\"session\":\"LIVE\"").contains("\"status\":\"FILLED\""));
        assertTrue(event("\"prices\":{\"0\":[").startsWith("data: {"));
        String figures = get("/metrics");
        assertTrue(figures.contains("\nhayate_fills_total 1.0\n"), figures);
        assertTrue(figures.contains("hayate_tick_to_trade_seconds_bucket"), figures);
        assertTrue(get("/api/explain?order=last").contains("FILLED"));
        assertTrue(ask("kill").contains("trading is halted"));
        event("\"halted\":\"kill was typed\"");
        assertFalse(event("\"session\"").contains(TOKEN));
    }

    @Test
    void shouldShowARunAndTakeCommandsOfABrowser() throws Exception {
        Map<String, String> environment =
                Map.of(
                        "HAYATE_JAVA_HOME",
                        System.getProperty("java.home"),
                        "HAYATE_HTTP_TOKEN",
                        TOKEN);
        String secret;
        Process process =
                new Shell(folder, environment).start(HAYATE, "--web", "--config", config());
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
                Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
            String link = readTo(out, "/open?link=").replace("web", "").strip();
            base = link.substring(0, link.indexOf("/open"));
            in.write("buy 0.01 BTCUSD\n");
            in.flush();
            readTo(out, "market: FILLED @ ");

            checkAnswers();
            in.write("web\n");
            in.flush();
            String again = readTo(out, "/open?link=").strip();
            secret = again.substring(again.indexOf("link=") + "link=".length());
            assertFalse(event("/open?link=****").contains(secret), "nor who is in already");
            in.write("resume 0\nquit\n");
            in.flush();
            String rest = out.lines().collect(Collectors.joining("\n"));
            assertEquals(0, process.waitFor(), rest);
        }
        String log = Files.readString(folder.resolve("hayate.log"));
        assertTrue(log.contains("/open?link=****"), log);
        assertTrue(log.contains("127.0.0.1 asks for: kill"), log);
        assertFalse(log.contains(secret), "who reads the log is not let in");
        assertTrue(isInJournal("web 127.0.0.1: kill"));
        assertTrue(isInJournal("console: buy 0.01 BTCUSD"));
    }
}
