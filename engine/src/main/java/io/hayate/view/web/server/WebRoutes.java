package io.hayate.view.web.server;

/** What is served, on thread {@code web}, which must not wait, but where it says otherwise. */
public interface WebRoutes {
    /** True for a path that anybody may ask for who reaches the server: it tells nothing of the account. */
    boolean isOpen(String path);

    /** True for the path at which events are streamed. */
    boolean isStream(String path);

    /** True for what takes its time: it is answered on a thread of its own, {@code web-slow}. */
    boolean isSlow(WebRequest request);

    /** Answers; {@link WebReply#notFound} where there is nothing. */
    WebReply answer(WebRequest request);

    /** The page for somebody who has shown nothing. */
    WebReply askForLink();
}
