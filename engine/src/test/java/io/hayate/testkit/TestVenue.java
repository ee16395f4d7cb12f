package io.hayate.testkit;

import io.hayate.venue.AccountsConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueListener;
import io.hayate.venue.VenueTotals;
import io.hayate.venue.exchange.FaultControls;
import io.hayate.venue.exchange.VenueControls;
import io.hayate.venue.server.SimulatedVenue;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A venue on a free port of loopback, for a client under test: one in this JVM, or a program in whatever
 * language that is told where it is. Any thread. It needs no JUnit.
 */
public final class TestVenue implements AutoCloseable {
    private static final int NEWS_MAX = 10_000;

    private final Deque<String> news = new ArrayDeque<>(); // guarded by itself
    private final SimulatedVenue venue;

    private TestVenue(VenueConfig config) {
        venue = SimulatedVenue.start(config.withPort(0), this::onNews);
    }

    /**
     * Starts a venue.
     *
     * @param faults rules such as {@code late-ack delay=3s}, or files of them that end in .conf
     */
    public static TestVenue start(VenueConfig config, String... faults) {
        return new TestVenue(VenueSetup.with(config, faults));
    }

    private void onNews(VenueListener.Subject subject, Supplier<String> text) {
        String line = text.get();
        synchronized (news) {
            if (news.size() == NEWS_MAX) {
                news.removeFirst();
            }
            news.addLast(line);
        }
    }

    /** Where its sockets are: {@code ws://127.0.0.1:PORT/ws/2}. */
    public URI url() {
        return venue.url();
    }

    /** Where its REST and its control are: {@code http://127.0.0.1:PORT}. */
    public URI restUrl() {
        return URI.create("http://" + venue.url().getAuthority());
    }

    /** The key of the first account. */
    public String key() {
        return AccountsConfig.DEMO_KEY;
    }

    /** The secret of the first account. */
    public String secret() {
        return AccountsConfig.DEMO_SECRET;
    }

    /** The key of the second account. */
    public String secondKey() {
        return AccountsConfig.DEMO_KEY_2;
    }

    /** The secret of the second account. */
    public String secondSecret() {
        return AccountsConfig.DEMO_SECRET_2;
    }

    /** Variables that tell a program where the venue is and who it is there. */
    public Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("VENUE_WS_URL", url().toString());
        variables.put("VENUE_REST_URL", restUrl().toString());
        variables.put("BFX_API_KEY", key());
        variables.put("BFX_API_SECRET", secret());
        return variables;
    }

    /** Puts a fault on, such as {@code lost-ack times=1}; its number. */
    public int fault(String rule) {
        return venue.controls().faults().add(rule);
    }

    /** Takes all faults away. */
    public void clearFaults() {
        venue.controls().faults().clear();
    }

    /** The faults that are on, and how often each has acted. */
    public List<FaultControls.Entry> faults() {
        return venue.controls().faults().active();
    }

    /** What moves its markets, drops its connections and breaks it by hand. */
    public VenueControls controls() {
        return venue.controls();
    }

    /** What it has seen since it started. */
    public VenueTotals totals() {
        return venue.totals();
    }

    /** What it told of clients, orders, fills and faults, oldest first; the latest 10,000 lines. */
    public List<String> news() {
        synchronized (news) {
            return List.copyOf(news);
        }
    }

    /** What clients have sent, oldest first; the latest 256 texts. */
    public List<String> received() {
        return venue.recentFrames();
    }

    @Override
    public void close() {
        venue.close();
    }
}
