package io.hayate.story;

import io.hayate.journal.JournalReader;
import io.hayate.journal.JournalRecord;
import io.hayate.journal.RecordType;
import java.util.function.Consumer;

/**
 * Picks the records of one order, and those of the account while it lived, in the order in which they were
 * written. One thread.
 */
final class StoryPicker implements JournalSource.Taker {
    private final JournalOrder about; // null for a refusal or a foreign order
    private final long refusal;
    private final long foreign;
    private final Consumer<StoryEvent> taker;
    private final JournalOrders orders;
    private final RecordFields fields;
    private String verdict; // of the refusal, while its repeats may follow
    private long run;

    /** Of what was found by a search. */
    StoryPicker(OrderSearch found, JournalReader reader, Consumer<StoryEvent> taker) {
        about = found.order();
        refusal = found.refusal();
        foreign = found.foreign();
        this.taker = taker;
        orders = new JournalOrders(reader, TradeTaker.NONE);
        fields = new RecordFields(reader);
    }

    @Override
    public void onRecord(JournalRecord record, long ofRun) {
        boolean isOtherRun = run != 0 && ofRun != run;
        run = ofRun;
        if (about == null) {
            onOther(record);
            return;
        }
        boolean lives = isAlive();
        orders.onRecord(record, ofRun);
        boolean isOfAccount = lives && isOfAccount(record, isOtherRun);
        if (isOfAccount || isTouched()) {
            taker.accept(fields.of(record, run));
        }
    }

    private boolean isAlive() {
        JournalOrder order = orders.byClientOrderId(about.clientOrderId);
        return order != null && !order.isEnded();
    }

    private boolean isTouched() {
        for (JournalOrder touched : orders.touched()) {
            if (touched.clientOrderId == about.clientOrderId) {
                return true;
            }
        }
        return false;
    }

    /** True for what befell all orders. */
    private static boolean isOfAccount(JournalRecord record, boolean isOtherRun) {
        boolean isOfNone = record.clientOrderId() == 0 && record.orderId() == 0;
        return switch (record.type()) {
            case STATE, DOUBT, LOOK, RESOLVED, ADOPTED, KILL, OPERATOR -> isOfNone;
            case LOST, END, CHECKPOINT -> true;
            case SEGMENT -> isOtherRun;
            default -> false;
        };
    }

    private void onOther(JournalRecord record) {
        boolean isNamed = record.orderId() == foreign || record.clientOrderId() == foreign;
        if (foreign != 0 && isNamed) {
            taker.accept(fields.of(record, run));
        } else if (refusal != 0 && record.type() == RecordType.REFUSED) {
            onRefusal(record);
        }
    }

    /** Its own record, and the one that counts those that followed at once. */
    private void onRefusal(JournalRecord record) {
        boolean isIt = record.number() == refusal;
        if (!isIt && verdict == null) {
            return;
        }
        StoryEvent event = fields.of(record, run);
        boolean isRepeat = !event.fields().containsKey("operations");
        if (isIt || (isRepeat && event.text("verdict").equals(verdict))) {
            taker.accept(event);
        }
        verdict = isIt ? event.text("verdict") : null;
    }
}
