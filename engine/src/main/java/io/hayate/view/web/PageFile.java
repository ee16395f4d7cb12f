package io.hayate.view.web;

import io.hayate.view.web.server.WebReply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Files of the page, which lie in the jar. */
final class PageFile {
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "css", "text/css; charset=utf-8");

    private PageFile() {}

    /** One of them as an answer. */
    static WebReply of(String name) {
        return of(200, name);
    }

    /** As above, with a status. */
    static WebReply of(int status, String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        try (InputStream in = PageFile.class.getResourceAsStream(name)) {
            return WebReply.of(status, type, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the jar holds no " + name, e);
        }
    }
}
