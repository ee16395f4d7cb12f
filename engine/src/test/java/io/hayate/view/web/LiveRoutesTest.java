package io.hayate.view.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hayate.event.CommandType;
import io.hayate.event.Commands;
import io.hayate.metrics.TickToTrade;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.news.News;
import io.hayate.news.NewsKind;
import io.hayate.news.NewsLevel;
import io.hayate.view.web.server.WebReply;
import io.hayate.view.web.server.WebRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveRoutesTest {
    private final List<String> asked = new ArrayList<>();
    private final Commands commands = new Commands(() -> 0);
    private final Instruments instruments = new Instruments();
    private final MarketChannels channels = new MarketChannels();
    private final LiveLog log = new LiveLog(() -> 7);
    private final LiveOrders orders = new LiveOrders(instruments, () -> 7);
    private final LiveFeed feed =
            new LiveFeed(
                    channels,
                    commands,
                    new LiveMarket(orders),
                    orders,
                    log,
                    new LiveRun(new Live(), () -> 7));
    private final LiveRoutes routes =
            new LiveRoutes(
                    new LiveActions() {
                        @Override
                        public String carryOut(String line, String asker) {
                            asked.add(asker + ": " + line);
                            return "done";
                        }

                        @Override
                        public String explain(String order) {
                            return "the story of " + order;
                        }
                    },
                    feed,
                    new PrometheusText(
                            () -> {
                                throw new IOException("gone");
                            },
                            new TickToTrade()));

    private static final class Live implements LiveState {
        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStringField("session", "LIVE");
        }

        @Override
        public LiveMoment moment() {
            return new LiveMoment("USD", 1.5, 3, 40);
        }
    }

    private WebReply post(String path, String body) {
        return routes.answer(new WebRequest(true, path, Map.of(), body, "", "10.0.0.1"));
    }

    private WebReply get(String path, Map<String, String> parameters) {
        return routes.answer(new WebRequest(false, path, parameters, "", "", "10.0.0.1"));
    }

    private void say(String text) {
        log.onNews(News.of(NewsKind.RUN, NewsLevel.INFO, text));
    }

    private static String text(WebReply reply) {
        return new String(reply.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void shouldCarryOutWhatABrowserMayAskFor() {
        WebReply reply = post("/api/command", "{\"line\": \" cancel 12 \"}");

        assertEquals("{\"said\":\"done\"}", text(reply));
        assertEquals(List.of("10.0.0.1: cancel 12"), asked);
    }

    /** Thread {@code web} kills and cancels while a strategy is made. */
    @Test
    void shouldSayWhatTakesItsTime() {
        assertTrue(isSlow(true, "/api/command", "{\"line\": \" strategy a set b=1\"}"));
        assertTrue(isSlow(false, "/api/explain", ""));
        for (String verb : List.of("kill", "resume", "cancel 1", "subscribe ticker BTCUSD", "")) {
            assertFalse(isSlow(true, "/api/command", "{\"line\": \"" + verb + "\"}"), verb);
        }
        assertFalse(isSlow(true, "/api/command", "no JSON"));
        assertFalse(isSlow(true, "/api/show", "{\"line\": \"strategy a stop\"}"));
        assertFalse(isSlow(false, "/metrics", ""));
    }

    private boolean isSlow(boolean isPost, String path, String body) {
        return routes.isSlow(new WebRequest(isPost, path, Map.of(), body, "", "10.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kill",
                "[]",
                "{}",
                "{\"line\": 5",
                "{\"line\": [\"kill\"]}",
                "{\"line\": \"\"}",
                "{\"line\": \"buy 1 BTCUSD\"}",
                "{\"line\": \"quit\"}",
                "{\"line\": \"trace on\"}",
                "{\"line\": \"cancel 1\\nbuy 1 BTCUSD\"}",
                "{\"line\": \"kill\"} {}",
            })
    void shouldRefuseAnyOtherCommand(String body) {
        assertEquals(400, post("/api/command", body).status());
        assertEquals(
                400, post("/api/command", "{\"line\": \"kill" + " ".repeat(200) + "\"}").status());
        assertTrue(asked.isEmpty());
    }

    @Test
    void shouldShowPagesAndNothingElse() {
        for (String path :
                List.of(
                        "/",
                        "/parts.js",
                        "/charts.js",
                        "/ask.js",
                        "/app.js",
                        "/app.css",
                        "/uplot.js",
                        "/uplot.css")) {
            assertEquals(200, get(path, Map.of()).status(), path);
        }
        for (String path :
                List.of("/index.html", "/link.html", "/LiveRoutes.class", "/../app.js")) {
            assertEquals(404, get(path, Map.of()).status(), path);
            assertFalse(routes.isOpen(path), path);
        }
        assertEquals("the story of 5", text(get("/api/explain", Map.of("order", "5"))));
        assertEquals(503, get("/metrics", Map.of()).status());
        assertEquals(404, post("/", "{}").status());
    }

    @Test
    void shouldAskForNothingButChannelsThatAreShown() {
        assertEquals(400, post("/api/show", "{\"channel\": \"0\"}").status());
        int book = channels.register(ChannelSpec.book("tBTCUSD"), instruments).id();
        int ticker = channels.register(ChannelSpec.ticker("tBTCUSD"), instruments).id();
        assertEquals(200, post("/api/show", "{\"channel\": \"" + book + "\"}").status());
        assertEquals(400, post("/api/show", "{\"channel\": \"" + ticker + "\"}").status());
        assertEquals(400, post("/api/show", "{\"channel\": \"-1\"}").status());
        assertEquals(400, post("/api/show", "{\"channel\": \"99999999\"}").status());

        String told = feed.turn();

        assertTrue(told.startsWith("data: {") && told.endsWith("}\n\n"), told);
        assertEquals(1, told.lines().filter(line -> !line.isEmpty()).count());
        List<Integer> looks = new ArrayList<>();
        commands.poll(
                (type, target, amount, timeNs) -> {
                    assertEquals(CommandType.LOOK, type);
                    looks.add(target);
                    return true;
                });
        assertEquals(List.of(ticker, book), looks);
    }

    @Test
    void shouldTellEachLineOnceAndAllToWhoComesLater() {
        say("one");
        assertTrue(feed.turn().contains("[1,7,\"info\",\"run\",\"one\"]"));
        assertFalse(feed.turn().contains("one"));
        assertTrue(feed.first().contains("one"));
        for (int i = 0; i < LiveLog.LINES_MAX; i++) {
            say("line " + i);
        }
        assertFalse(feed.first().contains("\"one\""), "the oldest makes room");
    }
}
