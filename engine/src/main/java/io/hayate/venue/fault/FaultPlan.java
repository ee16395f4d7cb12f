package io.hayate.venue.fault;

import io.hayate.model.ConfigException;
import io.hayate.model.Printable;
import io.hayate.venue.VenueListener;
import io.hayate.venue.base.Random64;
import io.hayate.venue.rule.FaultKind;
import io.hayate.venue.rule.FaultPoint;
import io.hayate.venue.rule.FaultRule;
import io.hayate.venue.wire.JsonText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.agrona.concurrent.NanoClock;

/**
 * The rules that are on: what shall go wrong now. Those who write a frame or answer a request ask here,
 * at their {@link FaultPoint}. The same seed and the same occasions give the same faults. Venue thread.
 */
public final class FaultPlan implements DueFaults {
    /** Rules that may be on at a time. */
    public static final int RULES_MAX = 200;

    private static final int QUOTE_MAX = 160;

    private final long seed;
    private final NanoClock clock;
    private final VenueListener listener;
    private final List<ActiveFault> active = new CopyOnWriteArrayList<>(); // read by any thread
    private final Map<FaultPoint, List<ActiveFault>> byPoint = new EnumMap<>(FaultPoint.class);
    private final Map<String, ActiveFault> slots = new LinkedHashMap<>();
    private final AtomicLong made = new AtomicLong();
    private final NetworkFaults network = new NetworkFaults(this);
    private final OrderFaults orders = new OrderFaults(this);
    private int added;

    /** No rules yet. */
    public FaultPlan(long seed, NanoClock clock, VenueListener listener) {
        this.seed = seed;
        this.clock = clock;
        this.listener = listener;
        for (FaultPoint point : FaultPoint.values()) {
            byPoint.put(point, new ArrayList<>());
        }
    }

    /**
     * One more rule, from now on.
     *
     * @throws ConfigException when too many are on
     */
    public ActiveFault add(FaultRule rule) {
        if (active.size() == RULES_MAX) {
            throw new ConfigException(
                    "at most " + RULES_MAX + " faults may be on: take one away first");
        }
        int number = ++added;
        Random64 random = Random64.of(seed, "fault " + number);
        ActiveFault fault = new ActiveFault(number, rule, random, clock.nanoTime());
        active.add(fault);
        byPoint.get(rule.kind().point()).add(fault);
        return fault;
    }

    /** Puts this rule in place of the one that this slot held; null leaves the slot empty. */
    public void set(String slot, FaultRule rule) {
        ActiveFault before = slots.remove(slot);
        if (before != null) {
            remove(before.number());
        }
        if (rule != null) {
            slots.put(slot, add(rule));
        }
    }

    /** Takes a rule away; false when there is none of this number. */
    public boolean remove(int number) {
        boolean found = active.removeIf(fault -> fault.number() == number);
        byPoint.values().forEach(list -> list.removeIf(fault -> fault.number() == number));
        return found;
    }

    /** Takes all rules away. */
    public void clear() {
        active.clear();
        slots.clear();
        byPoint.values().forEach(List::clear);
    }

    /** Those that are on, in the order in which they were added; any thread, a copy. */
    public List<ActiveFault> active() {
        return List.copyOf(active);
    }

    /** How often a frame went wrong so far, also by rules that are gone; any thread. */
    public long framesMade() {
        return made.get();
    }

    /** What goes wrong with connections as such. */
    public NetworkFaults network() {
        return network;
    }

    /** What goes wrong with orders. */
    public OrderFaults orders() {
        return orders;
    }

    /** The status of the platform that is told now: 1 is right, 0 is maintenance. */
    public int platformStatus() {
        ActiveFault due =
                due(FaultKind.PLATFORM_STATUS, FaultSubject.ofRequest(0, null, null, "status"));
        return due == null ? 1 : due.rule().count("status");
    }

    @Override
    public boolean isOn(FaultPoint point) {
        return !byPoint.get(point).isEmpty();
    }

    @Override
    public ActiveFault due(FaultPoint point, FaultSubject subject) {
        return last(point, kind -> true, subject, () -> at(subject));
    }

    @Override
    public ActiveFault due(FaultKind kind, FaultSubject subject) {
        return last(kind.point(), each -> each == kind, subject, () -> at(subject));
    }

    private static String at(FaultSubject subject) {
        return "at " + String.join(" ", subject.types());
    }

    /**
     * The rule that acts now on a request by REST, or on the answer to it; null for none.
     *
     * @param line what it touches, for people
     */
    public ActiveFault dueByRest(FaultPoint point, FaultSubject subject, Supplier<String> line) {
        return last(point, kind -> !kind.byRest().isEmpty(), subject, line);
    }

    private ActiveFault last(
            FaultPoint point,
            Predicate<FaultKind> meant,
            FaultSubject subject,
            Supplier<String> what) {
        List<ActiveFault> rules = byPoint.get(point);
        ActiveFault due = null;
        for (int i = 0; i < rules.size(); i++) {
            ActiveFault fault = rules.get(i);
            if (meant.test(fault.rule().kind()) && isDue(fault, subject)) {
                due = fault;
                tell(fault, subject.whom(), what);
            }
        }
        return due;
    }

    private boolean isDue(ActiveFault fault, FaultSubject subject) {
        if (!fault.isItsTime(clock.nanoTime())) {
            return false;
        }
        boolean covered =
                switch (fault.rule().kind().point()) {
                    case FRAME -> subject.isFrameIn(fault.rule().scope());
                    case REQUEST -> subject.isRequestIn(fault.rule().scope());
                    case SNAPSHOT, SUBSCRIBE, UNSUBSCRIBE ->
                            subject.isChannelIn(fault.rule().scope());
                    case HTTP -> subject.isPathIn(fault.rule().scope());
                    default -> subject.isIn(fault.rule().scope());
                };
        return covered && isBeyondRate(fault, subject) && fault.isDue();
    }

    private boolean isBeyondRate(ActiveFault fault, FaultSubject subject) {
        FaultRule rule = fault.rule();
        boolean rated =
                rule.kind() == FaultKind.RATE_LIMITED || rule.kind() == FaultKind.CONNECTION_LIMIT;
        return !rated
                || fault.rates()
                        .isBeyond(
                                subject.counted(),
                                rule.count("most"),
                                rule.durationMs("within") * 1_000_000,
                                clock.nanoTime());
    }

    /** True when a rule that acts by itself does so now: its time has come. */
    public boolean takeTime(ActiveFault fault) {
        return fault.isItsTime(clock.nanoTime()) && fault.isDue();
    }

    /** What shall be wrong with a frame that is about to be written, with this body or null. */
    public FrameVerdict judge(FaultSubject subject, JsonText body) {
        FrameVerdict verdict = new FrameVerdict(body);
        List<ActiveFault> rules = byPoint.get(FaultPoint.FRAME);
        for (int i = 0; i < rules.size(); i++) {
            ActiveFault fault = rules.get(i);
            if (isDue(fault, subject)) {
                verdict.add(fault);
            }
        }
        if (verdict.isFaulty()) {
            made.lazySet(made.get() + 1); // one writer
        }
        return verdict;
    }

    /** Tells what a rule did: a state once, anything else each time. */
    public void tell(ActiveFault fault, long connection, Supplier<String> what) {
        tell(fault, FaultSubject.ofConnection(connection, null).whom(), what);
    }

    private void tell(ActiveFault fault, String whom, Supplier<String> what) {
        FaultKind kind = fault.rule().kind();
        boolean first = fault.takeUntold();
        if (first || !kind.isState()) {
            listener.onNews(
                    VenueListener.Subject.FAULT,
                    () -> "fault " + kind.word() + " " + fault.made() + whom + ": " + cut(what));
        }
    }

    private static String cut(Supplier<String> what) {
        String line = Printable.line(what.get());
        return line.length() <= QUOTE_MAX ? line : line.substring(0, QUOTE_MAX) + "...";
    }
}
