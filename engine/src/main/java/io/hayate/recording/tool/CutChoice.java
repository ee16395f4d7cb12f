package io.hayate.recording.tool;

import io.hayate.model.Channel;
import io.hayate.model.ChannelSpec;
import java.util.Set;

/**
 * What of a recording is wanted.
 *
 * @param from the first moment: {@code 2026-03-01T09:00:00Z}, {@code 2026-03-01}, or {@code 09:00} as
 *     it comes first in the recording, or an hour before it; null for its beginning
 * @param to the first moment that is not wanted any more; null for its end
 * @param symbols {@code tBTCUSD} or {@code BTCUSD}; empty for all
 * @param kind null for all
 */
public record CutChoice(String from, String to, Set<String> symbols, Channel kind) {
    /** True when some channels are left out. */
    boolean isPart() {
        return kind != null || !symbols.isEmpty();
    }

    boolean holds(ChannelSpec spec) {
        String symbol = spec.symbol();
        boolean isNamed =
                symbols.isEmpty()
                        || symbols.contains(symbol)
                        || (!symbol.isEmpty() && symbols.contains(symbol.substring(1)));
        return isNamed && (kind == null || kind == spec.channel());
    }
}
