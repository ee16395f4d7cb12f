package io.hayate.rehearsal;

import io.hayate.model.ChannelSpec;
import java.io.IOException;

/** Prints, candles, or a status of a {@link RehearsalVenue}: rows that follow one another in time. */
final class StageRows extends StageChannel {
    private static final int SNAPSHOT_ROWS = 10;
    private static final int CANDLE_ROWS = 8; // of one interval
    private static final long FIRST_MS = 1_755_757_980_000L; // a whole minute
    private static final long MINUTE_MS = 60_000;
    private static final long FIRST_ID = 1_795_583_311;

    private final Kind kind;
    private long rows;

    private enum Kind {
        TRADES,
        CANDLES,
        DERIVATIVE,
        LIQUIDATIONS
    }

    StageRows(ChannelSpec spec) {
        super(spec);
        kind =
                switch (spec.channel()) {
                    case TRADES -> Kind.TRADES;
                    case CANDLES -> Kind.CANDLES;
                    case STATUS -> spec.symbol().isEmpty() ? Kind.LIQUIDATIONS : Kind.DERIVATIVE;
                    default -> throw new IllegalStateException("no rows of " + spec);
                };
    }

    @Override
    void begin(StageFrames frames) throws IOException {
        if (kind == Kind.TRADES || kind == Kind.CANDLES) {
            StringBuilder list = new StringBuilder();
            for (int i = 0; i < SNAPSHOT_ROWS; i++) {
                list.insert(0, next(frames) + (i == 0 ? "" : ",")); // the newest comes first
            }
            frames.data(id(), "[" + list + "]");
        }
    }

    private String next(StageFrames frames) {
        rows++;
        return kind == Kind.TRADES ? print(frames) : candle(frames, rows / CANDLE_ROWS);
    }

    private String print(StageFrames frames) {
        String row = "[" + (FIRST_ID + rows) + "," + (FIRST_MS + rows) + "," + frames.amount();
        return row + (isFunding() ? ",0.00023647,2]" : "," + frames.price() + "]");
    }

    private static String candle(StageFrames frames, long interval) {
        String row = "[" + (FIRST_MS + interval * MINUTE_MS) + ",86711," + frames.price();
        return row + ",99999,10000.5," + frames.number() + "]";
    }

    @Override
    void play(StageFrames frames) throws IOException {
        switch (kind) {
            case TRADES -> playPrints(frames);
            case CANDLES -> playCandles(frames);
            case DERIVATIVE -> frames.data(id(), derivative(frames));
            case LIQUIDATIONS -> frames.data(id(), liquidation());
        }
    }

    /** Two prints as they happen, then both again with their final numbers. */
    private void playPrints(StageFrames frames) throws IOException {
        String word = isFunding() ? "\"ft" : "\"t";
        String first = next(frames);
        String second = next(frames);
        frames.data(id(), word + "e\"," + first);
        frames.data(id(), word + "e\"," + second);
        frames.data(id(), word + "u\"," + first);
        frames.data(id(), word + "u\"," + second);
    }

    /** The running candle; once an interval has begun, the one before, too. */
    private void playCandles(StageFrames frames) throws IOException {
        frames.data(id(), next(frames));
        if (rows % CANDLE_ROWS == 0) {
            frames.data(id(), candle(frames, rows / CANDLE_ROWS - 1));
        }
    }

    private String derivative(StageFrames frames) {
        rows++;
        return "["
                + (FIRST_MS + rows * 1_000)
                + ",null,"
                + frames.price()
                + ",86670.5,null,62210384.95685668,null,1790150400000,0.00015317,3873,null,0,null,"
                + "null,86676.3172,null,null,8851.89352831,null,null,null,0.0005,0.0025]";
    }

    private String liquidation() {
        rows++;
        boolean match = rows % 2 == 0;
        return "[[\"pos\","
                + (FIRST_ID + rows)
                + ","
                + (FIRST_MS + rows)
                + ",null,\"tBTCF0:USTF0\",0.00268657,9135.972557016,null,"
                + (match ? "1,1,null,9080]]" : "0,1,null,null]]");
    }
}
