package io.hayate.model;

/**
 * A channel of market data that this process has asked for, whether or not it comes just now.
 *
 * @param id small number of ours, an index; stable while the process runs, over reconnects, too
 * @param spec what was asked for
 * @param instrument what it is about; null where it is about all, as liquidations are
 */
public record MarketChannel(int id, ChannelSpec spec, Instrument instrument) {
    /** No channel: an event of the account, of the session, or of none. */
    public static final int NONE = -1;

    /** Kind of the channel. */
    public Channel kind() {
        return spec.channel();
    }

    /** Number of the instrument, or {@code Instrument.NONE}. */
    public int instrumentId() {
        return instrument == null ? Instrument.NONE : instrument.id();
    }

    /** True for a funding currency, whose rows are longer and whose prices are rates. */
    public boolean isFunding() {
        return instrument != null && instrument.isFunding();
    }

    /** For people: {@code book BTCUSD P0 F0 25}, {@code candles 1m BTCUSD}: as it is typed, too. */
    public String displayName() {
        if (spec.equals(ChannelSpec.LIQUIDATIONS)) {
            return "status liquidations";
        }
        if (instrument == null) {
            return spec.toString();
        }
        String name = instrument.displayName();
        return switch (spec.channel()) {
            case CANDLES -> "candles " + spec.timeFrame() + " " + name + periods();
            case STATUS -> "status " + name;
            case BOOK ->
                    "book "
                            + name
                            + " "
                            + spec.precision()
                            + " "
                            + spec.frequency()
                            + " "
                            + spec.length();
            default -> spec.channel().wireName() + " " + name;
        };
    }

    /** Period of candles of funding: {@code :p30} of {@code trade:1h:fUSD:p30}. */
    private String periods() {
        return spec.key().substring(spec.key().indexOf(spec.symbol()) + spec.symbol().length());
    }
}
