package io.hayate.venue.exchange;

import io.hayate.venue.rest.RestCaller;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells programs of this machine from others: the connection comes from loopback, and no web page or
 * proxy stands behind it. A page whose name was made to lead here shows that name as its host.
 */
final class LocalCaller {
    private static final Pattern LOOPBACK =
            Pattern.compile("127(\\.\\d{1,3}){3}|::1|0:0:0:0:0:0:0:1(%.*)?");
    private static final Pattern OWN_HOST =
            Pattern.compile("(\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]|localhost)?(:\\d{1,5})?");

    private LocalCaller() {}

    /** Why this one is not to be listened to; null for nothing. */
    static String refusal(RestCaller caller) {
        if (!LOOPBACK.matcher(caller.address()).matches()) {
            return "the venue is controlled from its own machine, by 127.0.0.1 or ::1";
        } else if (!caller.relay().isEmpty()) {
            return "the venue is not controlled through a web page or proxy: header "
                    + caller.relay();
        } else if (!OWN_HOST.matcher(caller.host().toLowerCase(Locale.ROOT)).matches()) {
            return "the venue is controlled as localhost or by its address: header host";
        }
        return null;
    }
}
