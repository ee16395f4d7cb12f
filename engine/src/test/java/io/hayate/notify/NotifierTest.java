package io.hayate.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.Clocks;
import io.hayate.news.News;
import io.hayate.news.NewsKind;
import io.hayate.news.NewsLevel;
import io.hayate.news.SecretMask;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.SystemEpochClock;
import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class NotifierTest {
    private static final Clocks CLOCKS =
            new Clocks(SystemNanoClock.INSTANCE, SystemEpochClock.INSTANCE);
    private static final SecretMask MASK = new SecretMask(List.of("the-secret"));
    private static final int TIMEOUT_MS = 60_000;

    private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();

    private static NotifyTarget target(String name, String url) {
        return new NotifyTarget(
                name, TargetKind.NTFY, url + "/" + name, "", List.of(), "", TIMEOUT_MS);
    }

    private static NotifyRule rule(List<NewsKind> kinds, String... targets) {
        return new NotifyRule(kinds, List.of(), List.of(), List.of(targets));
    }

    private Notifier notifier(List<NotifyTarget> targets, NotifyRule... rules) {
        NotifyConfig config = new NotifyConfig("Hayate", 60_000, 20, targets, List.of(rules));
        return new Notifier(config, MASK, CLOCKS, told::add);
    }

    private static News news(NewsKind kind, String text) {
        return News.of(kind, NewsLevel.INFO, text);
    }

    @Test
    void shouldTellEachTargetWhatRulesSayAndAllThatWaitsAtTheEnd() throws Exception {
        try (LocalServer server = new LocalServer()) {
            List<NotifyTarget> targets =
                    List.of(target("desk", server.url()), target("idle", server.url()));
            try (Notifier notifier =
                    notifier(
                            targets,
                            rule(List.of(NewsKind.FILL), "desk"),
                            rule(List.of(NewsKind.FILL, NewsKind.END), "desk"))) {
                notifier.onNews(news(NewsKind.FILL, "a fill by the-secret"));
                notifier.onNews(news(NewsKind.STRATEGY, "not asked for"));
                notifier.onNews(news(NewsKind.END, "it ended"));
            }

            StringBuilder all = new StringBuilder();
            while (server.count() > 0) {
                LocalServer.Asked asked = server.next();
                assertEquals("/desk", asked.path());
                all.append(asked.body()).append('\n');
            }
            assertEquals("a fill by ****\nit ended\n", all.toString());
            assertEquals(List.of(), List.copyOf(told));
        }
    }

    @Test
    void shouldEndAllTheSameWhenATargetHangsAndServeTheOthers() throws Exception {
        try (ServerSocket hanging = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                LocalServer server = new LocalServer()) {
            String hangs = "http://127.0.0.1:" + hanging.getLocalPort();
            List<NotifyTarget> targets =
                    List.of(target("stuck", hangs), target("desk", server.url()));
            Notifier notifier = notifier(targets, rule(List.of(NewsKind.END), "stuck", "desk"));
            notifier.onNews(news(NewsKind.END, "it ended"));
            assertEquals("it ended", server.next().body());
            notifier.close();

            assertEquals(
                    List.of("notifications: 1 piece of news never arrived at stuck (ntfy)"),
                    List.copyOf(told));
        }
    }

    @Test
    void shouldFilterByStrategyAndInstrumentWhatIsOfOne() {
        NotifyRule rule =
                new NotifyRule(
                        List.of(NewsKind.FILL, NewsKind.HEALTH, NewsKind.END),
                        List.of("fast"),
                        List.of("BTCUSD"),
                        List.of("desk"));

        assertTrue(rule.matches(of(NewsKind.FILL, "fast", "BTCUSD")));
        assertFalse(rule.matches(of(NewsKind.FILL, "slow", "BTCUSD")));
        assertFalse(rule.matches(of(NewsKind.FILL, "", "BTCUSD")));
        assertFalse(rule.matches(of(NewsKind.FILL, "fast", "ETHUSD")));
        assertTrue(rule.matches(of(NewsKind.HEALTH, "", "")), "of many channels");
        assertFalse(rule.matches(of(NewsKind.HEALTH, "", "ETHUSD")));
        assertTrue(rule.matches(of(NewsKind.END, "", "")));
        assertFalse(rule.matches(of(NewsKind.KILL, "", "")));
    }

    private static News of(NewsKind kind, String strategy, String instrument) {
        return new News(kind, NewsLevel.INFO, strategy, instrument, "text");
    }

    @Test
    void shouldSayWhatIsWrongWithATemplate() {
        assertNull(JsonTemplate.fault("{\"a\":\"{{text}}\",\"n\":{{count}},\"t\":\"{{time}}\"}"));
        assertEquals("no JSON text", JsonTemplate.fault("{\"a\":{{text}}}"));
        assertEquals("no JSON text", JsonTemplate.fault("{\"a\":"));
        assertEquals("empty", JsonTemplate.fault(" "));
        assertEquals("more than one JSON value", JsonTemplate.fault("{} {}"));
        assertEquals("one with {{txet}}", JsonTemplate.fault("{\"a\":\"{{txet}}\"}"));
        assertEquals("one with {{token}}", JsonTemplate.fault("{\"a\":\"{{token}}\"}"));
    }
}
