package io.hayate.venue.exchange;

import io.hayate.model.ConfigException;
import io.hayate.venue.base.Timeline;
import io.hayate.venue.fault.ActiveFault;
import io.hayate.venue.fault.FaultPlan;
import io.hayate.venue.fault.FaultSubject;
import io.hayate.venue.rule.FaultPoint;
import io.hayate.venue.rule.FaultRule;
import io.hayate.venue.session.VenueSession;
import io.hayate.venue.session.VenueSessions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts rules into force; those that act by themselves act at their times. Venue thread. */
final class TimedFaults {
    private final FaultPlan plan;
    private final Timeline timeline;
    private final VenueSessions sessions;
    private final FaultDeeds deeds;
    private final Map<Integer, Timeline.Timer> timers = new LinkedHashMap<>(); // by rule

    TimedFaults(FaultPlan plan, Timeline timeline, VenueSessions sessions) {
        this.plan = plan;
        this.timeline = timeline;
        this.sessions = sessions;
        deeds = new FaultDeeds(timeline, sessions);
    }

    /** This, with these rules, from now on. */
    TimedFaults with(List<FaultRule> rules) {
        rules.forEach(this::add);
        return this;
    }

    /**
     * One more rule, from now on.
     *
     * @return its number
     * @throws ConfigException when too many are on
     */
    int add(FaultRule rule) {
        ActiveFault fault = plan.add(rule);
        if (rule.kind().point() == FaultPoint.TIME) {
            Timeline.Timer timer = timeline.timer(() -> act(fault));
            timers.put(fault.number(), timer);
            timer.afterMs(rule.when().fromMs());
        }
        return fault.number();
    }

    private void act(ActiveFault fault) {
        List<VenueSession> meant = new ArrayList<>();
        for (VenueSession session : sessions.present()) {
            FaultSubject subject = FaultSubject.ofConnection(session.number(), session.account());
            if (subject.isIn(fault.rule().scope())) {
                meant.add(session);
            }
        }
        if (plan.takeTime(fault)) {
            deeds.act(fault, meant);
            plan.tell(fault, 0, () -> "with " + meant.size() + " clients");
        }
        long periodMs = fault.rule().when().periodMs();
        if (periodMs > 0 && fault.isLeft(timeline.nanoTime())) {
            timers.get(fault.number()).afterMs(periodMs);
        } else {
            timers.remove(fault.number());
        }
    }

    /** Takes a rule away; false when there is none of this number. */
    boolean remove(int number) {
        Timeline.Timer timer = timers.remove(number);
        if (timer != null) {
            timer.cancel();
        }
        return plan.remove(number);
    }

    /** Takes all rules away. */
    void clear() {
        timers.values().forEach(Timeline.Timer::cancel);
        timers.clear();
        plan.clear();
    }
}
