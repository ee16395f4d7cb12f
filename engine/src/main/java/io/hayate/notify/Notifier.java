package io.hayate.notify;

import io.hayate.model.Clocks;
import io.hayate.news.News;
import io.hayate.news.NewsKind;
import io.hayate.news.NewsLevel;
import io.hayate.news.NewsListener;
import io.hayate.news.SecretMask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Brings news to the targets that rules name, each on a daemon thread of its own. Whoever tells waits for
 * nothing.
 */
public final class Notifier implements NewsListener, AutoCloseable {
    private static final long REST_NS = TimeUnit.MILLISECONDS.toNanos(100); // from look to look
    private static final long CLOSE_NS = TimeUnit.SECONDS.toNanos(5);
    private static final long ABANDON_MS = 500;

    private final List<NotifyRule> rules;
    private final SecretMask mask;
    private final Map<String, TargetOutbox> outboxes = new LinkedHashMap<>();
    private final Map<String, Thread> threads = new LinkedHashMap<>();
    private final Clocks clocks;
    private volatile boolean isEnding;
    private volatile boolean isAbandoned;

    /**
     * Starts the threads of the targets.
     *
     * @param mask keeps secrets out of what is sent
     * @param teller tells a person, on those threads, of a target that takes no messages
     */
    public Notifier(NotifyConfig config, SecretMask mask, Clocks clocks, Consumer<String> teller) {
        this.mask = mask;
        this.clocks = clocks;
        rules = config.rules();
        Set<String> named = new LinkedHashSet<>();
        rules.forEach(rule -> named.addAll(rule.targets()));
        for (NotifyTarget target : config.targets()) {
            if (named.contains(target.name())) {
                add(config, target, teller);
            }
        }
        threads.values().forEach(Thread::start);
    }

    private void add(NotifyConfig config, NotifyTarget target, Consumer<String> teller) {
        TargetOutbox outbox = new TargetOutbox(config, target, sender(target), clocks, teller);
        Thread thread = new Thread(() -> run(outbox), "notify-" + target.name());
        thread.setDaemon(true);
        outboxes.put(target.name(), outbox);
        threads.put(target.name(), thread);
    }

    private static MessageSender sender(NotifyTarget target) {
        return target.kind() == TargetKind.COMMAND
                ? new CommandSender(target)
                : new HttpSender(target);
    }

    /** Sends a text to a target, once, and tells what came of it. Any thread; waits for the answer. */
    public static Delivery tryOut(NotifyTarget target, String title, String text, long timeMs) {
        News news = News.of(NewsKind.ANSWER, NewsLevel.INFO, text);
        return sender(target).send(new NotifyMessage(title, news, text, 1, timeMs));
    }

    @Override
    public void onNews(News news) {
        Set<String> hearing = new LinkedHashSet<>(); // each target once, whatever rules name it
        for (NotifyRule rule : rules) {
            if (rule.matches(news)) {
                hearing.addAll(rule.targets());
            }
        }
        if (hearing.isEmpty()) {
            return;
        }
        String text = mask.masked(news.text());
        News masked = new News(news.kind(), news.level(), news.strategy(), news.instrument(), text);
        for (String name : hearing) {
            outboxes.get(name).offer(masked);
            if (news.level().compareTo(NewsLevel.WARN) >= 0) { // else it is found at the next look
                LockSupport.unpark(threads.get(name));
            }
        }
    }

    private void run(TargetOutbox outbox) {
        while (!isAbandoned && !(isEnding && outbox.isEmpty())) {
            if (!outbox.doWork()) {
                LockSupport.parkNanos(REST_NS);
            }
        }
        outbox.close();
    }

    /** Sends what waits, for five seconds at most; what is not taken by then is told as missing. */
    @Override
    public void close() {
        isEnding = true;
        long deadlineNs = clocks.nano().nanoTime() + CLOSE_NS;
        outboxes.values().forEach(TargetOutbox::end);
        List<Thread> running = new ArrayList<>(threads.values());
        running.forEach(LockSupport::unpark);
        try {
            for (Thread each : running) {
                long leftNs = deadlineNs - clocks.nano().nanoTime();
                TimeUnit.NANOSECONDS.timedJoin(each, Math.max(1, leftNs));
            }
            isAbandoned = true;
            running.forEach(Thread::interrupt);
            for (Thread each : running) {
                each.join(ABANDON_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
