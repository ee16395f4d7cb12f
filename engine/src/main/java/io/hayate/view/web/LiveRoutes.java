package io.hayate.view.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hayate.view.web.server.WebReply;
import io.hayate.view.web.server.WebRequest;
import io.hayate.view.web.server.WebRoutes;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is behind each path. Thread {@code web}, but where it is slow. */
final class LiveRoutes implements WebRoutes {
    static final String STREAM = "/api/events";
    static final String LIVE = "/live";

    /** With one of these a line begins that a browser may send. */
    static final List<String> VERBS =
            List.of("kill", "resume", "cancel", "strategy", "subscribe", "unsubscribe");

    /** Of these the one that may take its time: a strategy is made, of code that anybody wrote. */
    static final String SLOW_VERB = "strategy";

    private static final String EXPLAIN = "/api/explain";
    private static final String COMMAND = "/api/command";
    private static final int LINE_MAX = 200;
    private static final Set<String> PARTS =
            Set.of(
                    "/parts.js",
                    "/charts.js",
                    "/ask.js",
                    "/app.js",
                    "/app.css",
                    "/uplot.js",
                    "/uplot.css");

    private final LiveActions actions;
    private final LiveFeed feed;
    private final PrometheusText figures;
    private final Map<String, WebReply> pages = new HashMap<>();

    /**
     * Routes to these.
     *
     * @param figures for Prometheus
     */
    LiveRoutes(LiveActions actions, LiveFeed feed, PrometheusText figures) {
        this.actions = actions;
        this.feed = feed;
        this.figures = figures;
        pages.put("/", PageFile.of("index.html"));
        for (String part : PARTS) {
            pages.put(part, PageFile.of(part.substring(1)));
        }
    }

    /** Parts of the page tell nothing; whether the process lives is what a supervisor asks. */
    @Override
    public boolean isOpen(String path) {
        return path.equals(LIVE) || PARTS.contains(path);
    }

    @Override
    public boolean isStream(String path) {
        return path.equals(STREAM);
    }

    @Override
    public WebReply askForLink() {
        return PageFile.of(401, "link.html");
    }

    /** Files are read for a story; all other commands wait for nothing. */
    @Override
    public boolean isSlow(WebRequest request) {
        if (!request.isPost()) {
            return request.path().equals(EXPLAIN);
        }
        String line = request.path().equals(COMMAND) ? field(request.body(), "line") : null;
        return line != null && verb(line).equals(SLOW_VERB);
    }

    private static String verb(String line) {
        return line.strip().split(" ", 2)[0];
    }

    @Override
    public WebReply answer(WebRequest request) {
        return request.isPost() ? change(request) : tell(request);
    }

    private WebReply tell(WebRequest request) {
        return switch (request.path()) {
            case LIVE -> WebReply.of(200, WebReply.TEXT, "live\n");
            case "/metrics" -> figures(request.accept());
            case EXPLAIN ->
                    WebReply.of(
                            200,
                            WebReply.TEXT,
                            actions.explain(request.parameters().getOrDefault("order", "")));
            default -> pages.getOrDefault(request.path(), WebReply.notFound());
        };
    }

    private WebReply figures(String accept) {
        try {
            PrometheusText.Content content = figures.text(accept);
            return WebReply.of(200, content.type(), content.text());
        } catch (IOException e) {
            return WebReply.refusal(503, "the counters cannot be read now: " + e.getMessage());
        }
    }

    private WebReply change(WebRequest request) {
        if (request.path().equals("/api/show")) {
            return show(request);
        }
        if (!request.path().equals(COMMAND)) {
            return WebReply.notFound();
        }
        String line = field(request.body(), "line");
        if (line == null || line.isBlank() || line.length() > LINE_MAX || hasControl(line)) {
            return WebReply.refusal(
                    400, "a command is {\"line\": \"...\"}, of 200 characters on one line at most");
        }
        String verb = verb(line);
        if (!VERBS.contains(verb)) {
            return WebReply.refusal(
                    400, "a browser may ask for " + String.join(", ", VERBS) + ", not for " + verb);
        }
        String said = actions.carryOut(line.strip(), request.asker());
        return WebReply.json(LiveJson.text(json -> json.writeStringField("said", said)));
    }

    private WebReply show(WebRequest request) {
        String channel = field(request.body(), "channel");
        if (channel == null
                || !channel.matches("\\d{1,6}")
                || !feed.show(Integer.parseInt(channel))) {
            return WebReply.refusal(
                    400, "{\"channel\": N} is to be the number of a book or of candles");
        }
        return WebReply.json("{}");
    }

    private static boolean hasControl(String line) {
        return line.chars().anyMatch(Character::isISOControl);
    }

    /** A field of an object, as text; null where there is none. */
    static String field(String body, String name) {
        try (JsonParser parser = new JsonFactory().createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            String found = null;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isWanted = parser.currentName().equals(name);
                if (!parser.nextToken().isScalarValue()) {
                    return null;
                }
                found = isWanted ? parser.getText() : found;
            }
            return parser.nextToken() == null ? found : null;
        } catch (IOException e) {
            return null;
        }
    }
}
