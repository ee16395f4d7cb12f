package io.hayate.view.web.server;

import java.util.List;
import java.util.Locale;

/** What this machine is called by itself. */
final class LoopbackNames {
    static final List<String> ALL = List.of("127.0.0.1", "localhost", "[::1]");

    private LoopbackNames() {}

    /** True for an address, or a name, that no other machine reaches. */
    static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.equals("::1")
                || name.equals("[::1]")
                || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }
}
