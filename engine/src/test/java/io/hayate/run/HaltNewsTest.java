package io.hayate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.event.TradingHalt;
import io.hayate.news.News;
import io.hayate.news.NewsKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HaltNewsTest {
    private final TradingHalt halt = new TradingHalt();
    private final List<News> told = new ArrayList<>();
    private final HaltNews news = new HaltNews(halt, told::add);

    @Test
    void shouldTellOnceThatTradingIsHaltedAndThatItGoesOn() {
        news.look();
        halt.begin("somebody else trades");
        news.look();
        news.look();
        halt.resume();
        news.look();
        news.look();

        assertEquals(
                List.of("trading is halted: somebody else trades", "trading goes on"),
                told.stream().map(News::text).toList());
        assertEquals(NewsKind.KILL, told.get(0).kind());
    }

    @Test
    void shouldTellEachUseOfTheKillSwitch() {
        halt.kill("the console asked");
        news.look();
        halt.kill("the file is there");
        news.look();

        assertEquals(
                List.of(
                        "the kill switch was used: the console asked",
                        "the kill switch was used: the console asked"),
                told.stream().map(News::text).toList());
    }

    @Test
    void shouldNotTellOfTheEndOfTheProgram() {
        halt.end();
        news.look();

        assertEquals(List.of(), told);
    }
}
