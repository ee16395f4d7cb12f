package io.hayate.run;

import io.hayate.event.TradingHalt;
import io.hayate.model.Printable;
import io.hayate.news.News;
import io.hayate.news.NewsKind;
import io.hayate.news.NewsLevel;
import io.hayate.news.NewsListener;

/**
 * News of the kill switch, whoever uses it, and of other halts. The console is told where that is done. Main
 * thread.
 */
final class HaltNews {
    private final TradingHalt halt;
    private final NewsListener listener;
    private boolean wasAsked;
    private int kills;

    HaltNews(TradingHalt halt, NewsListener listener) {
        this.halt = halt;
        this.listener = listener;
    }

    /** Looks at the halt, some ten times a second, and tells what is new. */
    void look() {
        boolean isAsked = halt.isAsked();
        int killed = halt.kills();
        if (killed != kills || (isAsked && !wasAsked)) {
            String what = killed == kills ? "trading is halted" : "the kill switch was used";
            String why = isAsked ? ": " + Printable.line(halt.reason()) : "";
            listener.onNews(News.of(NewsKind.KILL, NewsLevel.ERROR, what + why));
        } else if (wasAsked && !isAsked) {
            listener.onNews(News.of(NewsKind.KILL, NewsLevel.WARN, "trading goes on"));
        }
        wasAsked = isAsked;
        kills = killed;
    }
}
