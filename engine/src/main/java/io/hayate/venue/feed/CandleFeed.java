package io.hayate.venue.feed;

import io.hayate.model.ChannelSpec;
import io.hayate.venue.base.Random64;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.base.VenueTraffic;
import io.hayate.venue.market.Print;
import io.hayate.venue.market.PrintTape;
import io.hayate.venue.wire.JsonText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The candles channel of one key: a snapshot, newest first, then the running interval after trades,
 * once for all that happened at one time; when a new one begins, sometimes the one before again.
 */
final class CandleFeed extends Feed implements PrintTape.Listener, CandleHistory {
    private static final Pattern PERIODS = Pattern.compile(".*:p(\\d+)(?::p(\\d+))?");
    private static final int AMOUNT_SCALE = 8;
    private static final int BYTES = 32_768; // its rows, and the text of a snapshot
    private static final int TOLD_MAX = 4; // rows back from the newest that may have changed

    private final PrintTape tape;
    private final VenueTraffic traffic;
    private final Random64 random;
    private final VenueCandles series;
    private final int periodMin;
    private final int periodMax;
    private final JsonText row = new JsonText();
    private final Timeline.Timer publication;

    CandleFeed(
            ChannelSpec spec,
            PrintTape tape,
            Timeline timeline,
            VenueTraffic traffic,
            Random64 random) {
        super(spec);
        this.tape = tape;
        this.traffic = traffic;
        this.random = random;
        Matcher periods = PERIODS.matcher(spec.key());
        boolean funding = periods.matches();
        String last = funding && periods.group(2) != null ? periods.group(2) : null;
        periodMin = funding ? Integer.parseInt(periods.group(1)) : 0;
        periodMax = last == null ? periodMin : Integer.parseInt(last);
        series = new VenueCandles(TimeFrame.of(spec.timeFrame()), tape.latest(), random);
        publication = timeline.timer(this::publish);
        tape.listen(this);
    }

    @Override
    int bytes() {
        return BYTES;
    }

    @Override
    void end() {
        publication.cancel();
        tape.forget(this);
    }

    @Override
    public void sendSnapshot(Subscriber subscriber) {
        row.clear().openArray();
        List<CandleRow> rows = series.rows();
        for (int i = rows.size() - 1; i >= 0; i--) {
            rows.get(i).write(row, tape.scale(), AMOUNT_SCALE);
        }
        subscriber.snapshot(row.closeArray());
        row.trim();
    }

    @Override
    public List<Row> rows() {
        return series.rows().stream().<Row>map(interval -> new Interval(interval, tape)).toList();
    }

    @Override
    public void onTrade(Print print) {
        if (print.period() != 0 && !covers(print.period())) {
            return;
        }
        CandleRow before = series.newest();
        boolean begins = series.onTrade(print);
        if (begins && random.next() < 0) {
            before.changed = true;
        }
        if (isWatched() && !publication.isRunning()) {
            publication.afterMs(0);
        }
    }

    private boolean covers(int period) {
        return period >= periodMin && period <= periodMax;
    }

    private void publish() {
        List<CandleRow> rows = series.rows();
        for (int i = rows.size() - 1; i >= Math.max(0, rows.size() - TOLD_MAX); i--) {
            if (rows.get(i).changed) {
                rows.get(i).changed = false;
                send(rows.get(i));
            }
        }
    }

    private void send(CandleRow changed) {
        changed.write(row.clear(), tape.scale(), AMOUNT_SCALE);
        for (int i = 0; i < subscribers().size(); i++) {
            if (subscribers().get(i).hasRoom()) {
                subscribers().get(i).update(row);
            } else {
                traffic.updateSkipped();
            }
        }
    }

    private record Interval(CandleRow row, PrintTape tape) implements Row {
        @Override
        public long startMs() {
            return row.startMs;
        }

        @Override
        public void write(JsonText out) {
            row.write(out, tape.scale(), AMOUNT_SCALE);
        }
    }
}
