package io.hayate.venue.session;

import io.hayate.venue.AccountRules;
import io.hayate.venue.DeadManScope;
import io.hayate.venue.account.Membership;
import io.hayate.venue.base.Postponed;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.matching.CancelRequests;

/**
 * Cancels orders when a connection that asked for it is lost: at once when it said goodbye, else when
 * the exchange finds that it is gone.
 */
public final class DeadManSwitch {
    /** So many lost connections may be waited for; one more is found at once. */
    private static final int LOST_MAX = 1_024;

    private final AccountRules rules;
    private final CancelRequests cancels;
    private final Postponed<Membership> lost;

    /** A switch by these rules. */
    public DeadManSwitch(AccountRules rules, CancelRequests cancels, Timeline timeline) {
        this.rules = rules;
        this.cancels = cancels;
        lost = new Postponed<>(timeline, this::cancel);
    }

    /** The connection of this member has ended, with a word or without one. */
    void onEnd(Membership member, boolean withWord) {
        if (!member.deadManSwitch()) {
            return;
        }
        if (withWord || rules.deadManDelayMs() == 0 || lost.size() == LOST_MAX) {
            cancel(member);
        } else {
            lost.add(member, rules.deadManDelayMs());
        }
    }

    private void cancel(Membership member) {
        if (rules.deadMan() == DeadManScope.ACCOUNT) {
            cancels.cancelAllOf(member.account());
        } else {
            cancels.cancelAllOf(member);
        }
    }
}
