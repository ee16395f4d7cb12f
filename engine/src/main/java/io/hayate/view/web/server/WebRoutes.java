package io.hayate.view.web.server;

/** What is served, on thread {@code web}, which may wait a little. */
public interface WebRoutes {
    /** True for a path that anybody may ask for who reaches the server: it tells nothing of the account. */
    boolean isOpen(String path);

    /** True for the path at which events are streamed. */
    boolean isStream(String path);

    /** Answers; {@link WebReply#notFound} where there is nothing. */
    WebReply answer(WebRequest request);

    /** The page for somebody who has shown nothing. */
    WebReply askForLink();
}
