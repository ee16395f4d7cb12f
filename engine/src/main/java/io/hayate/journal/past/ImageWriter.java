package io.hayate.journal.past;

import io.hayate.journal.CurrencyRecord;
import io.hayate.journal.HeldPart;
import io.hayate.number.ExactSum;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Writes an image of what runs before have left. One thread, before the start. */
final class ImageWriter {
    private final DataOutputStream out;
    private final ExactSum sum = new ExactSum();

    ImageWriter(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    void number(long value) throws IOException {
        out.writeLong(value);
    }

    /** A text, or null. */
    void text(String value) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            out.writeUTF(value);
        }
    }

    void bytes(byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }

    void sum(ExactSum value) throws IOException {
        number(value.high());
        number(value.low());
    }

    void decimal(double value) throws IOException {
        out.writeDouble(value);
    }

    void held(HeldPart part) throws IOException {
        number(part.units());
        number(part.fills());
        number(part.estimatedUnits());
        decimal(part.mark());
        number(part.markTimeMs());
        sum(part.cost(sum));
        sum(part.realised(sum));
        sum(part.baseFees(sum));
        sum(part.quoteFees(sum));
        sum(part.fees(sum));
    }

    void currency(CurrencyRecord record) throws IOException {
        text(record.currency());
        number(record.strategy());
        number(record.day());
        decimal(record.dayStart());
        sum(record.fees(sum));
        number(record.isLossReached());
        number(record.hasWallet());
        number(record.walletUnits());
        number(record.bookUnits());
    }

    /** Numbers by name, in their order. */
    void numbers(Map<String, Long> values) throws IOException {
        number(values.size());
        for (Map.Entry<String, Long> each : values.entrySet()) {
            text(each.getKey());
            number(each.getValue());
        }
    }
}
