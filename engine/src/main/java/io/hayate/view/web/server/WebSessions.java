package io.hayate.view.web.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.EpochClock;

/**
 * Who was let in: whoever opens a link that works once has a session, until it is too old or too many
 * others have come. Any thread.
 */
final class WebSessions {
    static final long LINK_MS = TimeUnit.MINUTES.toMillis(15);
    static final long SESSION_MS = TimeUnit.HOURS.toMillis(24);
    static final int SESSIONS_MAX = 64;
    static final int LINKS_MAX = 8;

    private static final int LINK_BYTES = 16; // it stands in a line of 80 columns
    private static final int SESSION_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final EpochClock clock;
    private final Map<String, Long> links = bounded(LINKS_MAX);
    private final Map<String, Long> sessions = bounded(SESSIONS_MAX);

    WebSessions(EpochClock clock) {
        this.clock = clock;
    }

    private static Map<String, Long> bounded(int most) {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > most;
            }
        };
    }

    /** A secret that nobody guesses, of letters, digits, {@code -} and {@code _}. */
    private String newSecret(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A secret that {@link #open} takes once, within a quarter of an hour. */
    synchronized String newLink() {
        String secret = newSecret(LINK_BYTES);
        links.put(secret, clock.time() + LINK_MS);
        return secret;
    }

    /** The secret of a session for that of a link; null for one that is wrong, used, or too old. */
    synchronized String open(String link) {
        Long until = links.remove(link);
        if (until == null || until < clock.time()) {
            return null;
        }
        String secret = newSecret(SESSION_BYTES);
        sessions.put(secret, clock.time() + SESSION_MS);
        return secret;
    }

    /** True for the secret of a session that is open. */
    synchronized boolean isOpen(String secret) {
        Long until = sessions.get(secret);
        return until != null && until >= clock.time();
    }

    /** Compares without telling by the time it takes how much was right. */
    static boolean isSame(String wanted, String given) {
        return MessageDigest.isEqual(
                wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
