package io.hayate.history;

import io.hayate.event.TrafficTap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Notes what a tap hears of REST: path, body, status and the beginning of the answer. Any thread. */
final class HeardRest implements TrafficTap {
    private static final int SHOWN = 24;

    final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void onRest(String path, String asked, int status, byte[] body, long timeNs) {
        String text = new String(body, StandardCharsets.UTF_8);
        lines.add(
                path
                        + "|"
                        + asked
                        + "|"
                        + status
                        + "|"
                        + text.substring(0, Math.min(SHOWN, text.length())));
    }
}
