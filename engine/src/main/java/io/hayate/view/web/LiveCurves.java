package io.hayate.view.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * The moments of a whole run, however long it is: when there are too many, two become one, and from then on they
 * come half as often. Of two the later equity is kept, and the greater pressure, so that no peak is lost.
 *
 * <pre>{"currency":"USD","times":[1700000000000,..],"equity":[0.5,null,..],"depth":[0,..],"ageUs":[12,..]}</pre>
 *
 * <p>Thread {@code web}.
 */
final class LiveCurves {
    static final int KEPT = 1_200;

    private final long[] times = new long[KEPT];
    private final double[] equity = new double[KEPT];
    private final long[] depth = new long[KEPT];
    private final long[] age = new long[KEPT];
    private String currency = "";
    private int count;
    private int each = 1; // so many moments to a point
    private int inLast; // moments in the last point

    /** Takes one more. */
    void add(long timeMs, LiveMoment moment) {
        currency = moment.currency();
        if (inLast == each || count == 0) {
            if (count == KEPT) {
                halve();
            } else {
                inLast = 0;
                count++;
            }
        }
        int last = count - 1;
        boolean isNew = inLast == 0;
        times[last] = timeMs;
        equity[last] = moment.equity();
        depth[last] = isNew ? moment.ringDepth() : Math.max(depth[last], moment.ringDepth());
        age[last] = isNew ? moment.ringAgeUs() : Math.max(age[last], moment.ringAgeUs());
        inLast++;
    }

    /** The last point is a pair from now on, and whole; the next moment begins another. */
    private void halve() {
        for (int i = 0; i < KEPT / 2; i++) {
            int second = 2 * i + 1;
            times[i] = times[second];
            equity[i] = equity[second];
            depth[i] = Math.max(depth[second - 1], depth[second]);
            age[i] = Math.max(age[second - 1], age[second]);
        }
        count = KEPT / 2 + 1;
        each *= 2;
        inLast = 0;
    }

    /** Writes the field {@code curves}. */
    void write(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("curves");
        json.writeStringField("currency", currency);
        json.writeFieldName("times");
        json.writeArray(times, 0, count);
        json.writeArrayFieldStart("equity");
        for (int i = 0; i < count; i++) {
            writeNumber(json, equity[i]);
        }
        json.writeEndArray();
        json.writeFieldName("depth");
        json.writeArray(depth, 0, count);
        json.writeFieldName("ageUs");
        json.writeArray(age, 0, count);
        json.writeEndObject();
    }

    /** Null for what is not known. */
    static void writeNumber(JsonGenerator json, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }
}
