package io.hayate.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.agrona.DirectBuffer;

/** The numbers of new orders as the engine puts them on the wire, each as often as it does. */
final class WireCounts {
    private static final Pattern NEW_ORDER =
            Pattern.compile("\"on\",(?:null,)?\\{[^{}]*\"cid\":(\\d+)");

    private final List<Long> numbers = new ArrayList<>();

    void onText(boolean up, DirectBuffer text, int offset, int length) {
        if (!up) {
            return;
        }
        Matcher order = NEW_ORDER.matcher(text.getStringWithoutLengthAscii(offset, length));
        while (order.find()) {
            numbers.add(Long.valueOf(order.group(1)));
        }
    }

    List<Long> numbers() {
        return numbers;
    }
}
