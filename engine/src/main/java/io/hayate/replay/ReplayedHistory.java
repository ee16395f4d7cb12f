package io.hayate.replay;

import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.LookEnd;
import io.hayate.event.TrafficTap;
import io.hayate.history.HistoryLook;
import io.hayate.history.HistorySource;
import io.hayate.history.OpenOrderList;
import io.hayate.history.RestAnswer;
import io.hayate.model.Instruments;
import io.hayate.recording.capture.RecordedRest;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.IntConsumer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The account's history of a replay. The answers of the exchange's REST that a recording holds are read again,
 * as the run read them, and what they tell is taken up where the run took it up. What they tell otherwise than
 * then, or are asked otherwise, is a difference. From the first answer on that is not recorded whole, what was
 * taken up stands as it was.
 *
 * <p>One thread.
 */
final class ReplayedHistory implements HistorySource {
    private static final String ACCOUNT = "/v2/auth/r/";
    private static final int TIMES_OFFSET = 32; // of an event: when it was decoded, and looked at
    private static final int RECEIPT_OFFSET = 8;
    private static final int TIMES_END = 48;

    private final HistoryLook look;
    private final Deque<Question> questions = new ArrayDeque<>();
    private final Deque<RecordedRest> answers = new ArrayDeque<>();
    private final Event made = Event.allocate();
    private IntConsumer others = unused -> {};
    private boolean isLooking;
    private boolean isMade; // an event was read that has not been taken up
    private boolean isBlind; // an answer is not there: what was taken up is all there is
    private long read;
    private String difference = "";

    private record Question(long number, int instrumentId, long startMs) {}

    ReplayedHistory(Instruments instruments) {
        look = new HistoryLook(instruments, () -> 0);
    }

    @Override
    public boolean ask(long number, int instrumentId, long startMs) {
        return questions.add(new Question(number, instrumentId, startMs));
    }

    @Override
    public boolean lookForOthers(Ours ours, IntConsumer answer) {
        others = answer;
        return true;
    }

    /** So many open orders of the account were found that are not ours. */
    void onOthers(int count) {
        others.accept(count);
    }

    /** An answer of the recording. */
    void onAnswer(RecordedRest answer) {
        boolean isOfLook =
                answer.path().startsWith(ACCOUNT) && !answer.path().equals(OpenOrderList.PATH);
        if (isOfLook && !isBlind) {
            answers.addLast(answer);
        }
    }

    /** True while a question is open, so that an event of its answer may be taken up. */
    boolean isAsked() {
        return isLooking || !questions.isEmpty();
    }

    /** Answers that wait to be read again. */
    int waiting() {
        return answers.size();
    }

    /** Answers that were read again so far. */
    long read() {
        return read;
    }

    /** What is told or asked otherwise than it was, in words; empty for nothing. */
    String difference() {
        return difference;
    }

    /** An event that the run took up: the same must follow from the answers now. */
    void onTakenUp(Event event) {
        if (!isLooking) {
            begin(event.venueSequence());
        }
        if (isLooking && !isBlind && difference.isEmpty()) {
            makeNext();
            compare(event);
        }
        if (event.type() == EventType.LOOK_END) {
            isLooking = false;
        }
    }

    private void begin(long number) {
        Question next = questions.pollFirst();
        if (next == null || next.number() != number) {
            differ(
                    "the account's history was asked for look "
                            + number
                            + ", and is "
                            + (next == null ? "not now" : "for look " + next.number() + " now"));
            return;
        }
        look.begin(next.number(), next.instrumentId(), next.startMs());
        isLooking = true;
    }

    /** Reads up to the next event, as far as there are answers. */
    private void makeNext() {
        isMade = false;
        boolean isIdle = look.publish(this::take);
        while (isIdle && !isMade && !look.isOver() && !isBlind && difference.isEmpty()) {
            request();
            isIdle = look.publish(this::take);
        }
    }

    /** One at a time. */
    private boolean take(Event event) {
        if (isMade) {
            return false;
        }
        made.copyFrom(event);
        isMade = true;
        return true;
    }

    private void request() {
        RecordedRest answer = answers.pollFirst();
        if (answer == null || answer.left() > 0) {
            isBlind = true;
            answers.clear();
            return;
        }
        String was = answer.path() + " " + answer.asked();
        String is = look.path() + " " + look.body();
        if (!was.equals(is)) {
            differ("the exchange was asked " + was + "\nis asked now " + is);
            return;
        }
        onAnswered(answer);
    }

    private void onAnswered(RecordedRest answer) {
        read++;
        if (answer.status() == TrafficTap.NO_ANSWER) {
            look.fail(answer.failure());
            return;
        }
        RestAnswer rest = new RestAnswer(answer.status(), answer.body());
        RecordedRest next = answers.peekFirst();
        boolean isTriedAgain =
                rest.isNonceSmall()
                        && next != null
                        && next.path().equals(answer.path())
                        && next.asked().equals(answer.asked());
        if (isTriedAgain) {
            return; // the same is asked once more
        }
        try {
            byte[] body = rest.asked();
            look.onAnswer(new UnsafeBuffer(body), 0, body.length);
        } catch (IOException e) {
            look.fail(e.getMessage());
        }
    }

    private void compare(Event was) {
        if (isBlind || !difference.isEmpty()) {
            return;
        }
        if (!isMade || !Arrays.equals(bytes(was), bytes(made))) {
            String now = isMade ? words(made) : "nothing";
            differ("the account's history told " + words(was) + "\ntells now " + now);
        }
    }

    /** All but the times of receipt. */
    private static byte[] bytes(Event event) {
        byte[] bytes = new byte[Event.SIZE];
        event.copyTo(new UnsafeBuffer(bytes), 0);
        Arrays.fill(bytes, RECEIPT_OFFSET, RECEIPT_OFFSET + Long.BYTES, (byte) 0);
        Arrays.fill(bytes, TIMES_OFFSET, TIMES_END, (byte) 0);
        return bytes;
    }

    private static String words(Event event) {
        if (event.type() == EventType.LOOK_END) {
            LookEnd end = new LookEnd().wrap(event);
            return "the end of " + end.rows() + " rows" + (end.isWhole() ? "" : ": " + end.text());
        }
        ExecutionReport row = new ExecutionReport().wrap(event);
        return row.kind()
                + " of order "
                + row.orderId()
                + " "
                + row.status()
                + ", "
                + row.fillAmount()
                + " at "
                + row.fillPrice();
    }

    private void differ(String words) {
        difference = difference.isEmpty() ? words : difference;
    }
}
