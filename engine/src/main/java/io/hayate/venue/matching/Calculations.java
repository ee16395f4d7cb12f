package io.hayate.venue.matching;

import io.hayate.venue.account.Membership;
import io.hayate.venue.account.Notification;
import io.hayate.venue.account.VenueAccount;
import io.hayate.venue.account.Wallet;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.ledger.MarginPosition;
import io.hayate.venue.ledger.MarginPositions;
import io.hayate.venue.market.Market;
import io.hayate.venue.market.Markets;
import io.hayate.venue.wire.JsonText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Computes what a client asks for: {@code [["balance"],["wallet_exchange_USD"]]}. What there is not
 * stays without answer.
 */
final class Calculations {
    private static final int ITEMS_MAX = 30;
    private static final int BATCHES_PER_SECOND = 8;
    private static final int LIMIT_CODE = 11_010;
    private static final String LIMIT = "ratelimit: error";
    private static final String WALLET = "wallet_";
    private static final String MARGIN_BASE = "margin_base";
    private static final String MARGIN_SYMBOL = "margin_sym_";
    private static final String POSITION = "position_";
    private static final int WORD_LENGTH_MAX = 64;
    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);

    private final Timeline timeline;
    private final MarginPositions positions;
    private final Markets markets;
    private final Deque<Asked> asked = new ArrayDeque<>(); // within the last second

    /** A batch that was asked for. */
    private record Asked(long client, long timeNs) {}

    Calculations(Timeline timeline, MarginPositions positions, Markets markets) {
        this.timeline = timeline;
        this.positions = positions;
        this.markets = markets;
    }

    /** Carries out one batch; one that is too long, or one too many in a second, is refused. */
    void calculate(Membership member, List<?> items) {
        if (items.size() > ITEMS_MAX || !isWithinRate(member.client().number())) {
            member.sendNotification(
                    Notification.error(timeline.time(), "calc-req", null, LIMIT_CODE, LIMIT));
            return;
        }
        for (Object item : items) {
            if (item instanceof List<?> list
                    && !list.isEmpty()
                    && list.get(0) instanceof String word
                    && word.length() <= WORD_LENGTH_MAX) {
                calculate(member, word);
            }
        }
    }

    /** Counts a batch; refused ones do not count, so there are never more than eight of each. */
    private boolean isWithinRate(long client) {
        long nowNs = timeline.nanoTime();
        while (!asked.isEmpty() && nowNs - asked.getFirst().timeNs() >= SECOND_NS) {
            asked.removeFirst();
        }
        int count = 0;
        for (Asked batch : asked) {
            count += batch.client() == client ? 1 : 0;
        }
        if (count == BATCHES_PER_SECOND) {
            return false;
        }
        asked.addLast(new Asked(client, nowNs));
        return true;
    }

    private void calculate(Membership member, String word) {
        VenueAccount account = member.account();
        if (word.equals("balance")) {
            AccountSnapshots.balance(member);
        } else if (word.equals(MARGIN_BASE)) {
            account.feed().tell(member, "miu", "", positions.baseBody(account));
        } else if (word.startsWith(MARGIN_SYMBOL)) {
            Market market = markets.market(word.substring(MARGIN_SYMBOL.length()));
            if (market != null && market.isMarginable()) {
                account.feed().tell(member, "miu", "", positions.symbolBody(account, market));
            }
        } else if (word.startsWith(POSITION)) {
            Market market = markets.market(word.substring(POSITION.length()));
            MarginPosition position = market == null ? null : positions.find(account, market);
            if (position != null) {
                JsonText row = new JsonText();
                PositionRow.writeComputed(row, position, market.lastPrice());
                account.feed().tell(member, "pu", position.symbol(), row);
            }
        } else if (word.startsWith(WALLET)) {
            String subject = word.substring(WALLET.length()).replace('_', '-');
            Wallet wallet = member.account().find(subject);
            if (wallet != null) {
                AccountSnapshots.wallet(member, wallet);
            }
        }
    }
}
