package io.hayate.venue.feed;

import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys of candles, such as {@code trade:1m:tBTCUSD} and {@code trade:1D:fUSD:a30:p2:p30}. */
public final class CandleKey {
    private static final Pattern FORM =
            Pattern.compile(
                    "trade:([0-9]+[mhDWM]):(t[A-Z0-9:]+|(f[A-Z0-9]+):(p|a\\d{1,4}:p\\d{1,4}:p)\\d{1,4})");
    private static final int LENGTH_MAX = 64;

    private CandleKey() {}

    /** The channel of this key; null for a key that is none, whatever the symbol. */
    public static ChannelSpec spec(String key) {
        boolean sane = key != null && key.length() <= LENGTH_MAX;
        Matcher matcher = FORM.matcher(sane ? key : "");
        boolean known = matcher.matches() && ChannelSpec.TIME_FRAMES.contains(matcher.group(1));
        return known ? ChannelSpec.ofKey(Channel.CANDLES, key) : null;
    }
}
