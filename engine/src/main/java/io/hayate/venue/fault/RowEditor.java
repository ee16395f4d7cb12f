package io.hayate.venue.fault;

import io.hayate.venue.rule.FaultRule;
import io.hayate.venue.rule.OddNumber;
import io.hayate.venue.wire.JsonReader;
import io.hayate.venue.wire.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Changes each row of a body, be it one row or a list of them. */
final class RowEditor {
    private static final String MORE = "17";
    private static final int ALL = -1;
    private static final int PRICE_DIGITS = 5;
    private static final BigDecimal BEYOND_ASKS = BigDecimal.valueOf(2);
    private static final BigDecimal BELOW_BIDS = new BigDecimal("0.5");

    /** Writes one element of a row. */
    private interface Element {
        void write(JsonText out, List<?> row, int index);
    }

    private final Element element;
    private final int more;

    private RowEditor(Element element, int more) {
        this.element = element;
        this.more = more;
    }

    static RowEditor of(FaultRule rule) {
        return switch (rule.kind()) {
            case GROWN -> new RowEditor(RowEditor::asItIs, rule.count("more"));
            case REPLACED -> replacing(rule.count("index"), rule.value("value"));
            case ODD_NUMBERS -> numbers(rule.value("index"), rule.value("form"));
            case CROSSED_BOOK -> new RowEditor(RowEditor::crossed, 0);
            default -> throw new IllegalArgumentException(rule.kind() + " edits no rows");
        };
    }

    private static RowEditor replacing(int at, String json) {
        byte[] value = json.getBytes(StandardCharsets.UTF_8);
        return new RowEditor(
                (out, row, index) -> {
                    if (index == at) {
                        out.json(value);
                    } else {
                        asItIs(out, row, index);
                    }
                },
                0);
    }

    private static RowEditor numbers(String where, String word) {
        int at = where.equals("all") ? ALL : Integer.parseInt(where);
        OddNumber form = OddNumber.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        return new RowEditor(
                (out, row, index) -> {
                    boolean meant = at == ALL || at == index;
                    if (meant && row.get(index) instanceof BigDecimal number) {
                        out.json(form.json(number).getBytes(StandardCharsets.US_ASCII));
                    } else {
                        asItIs(out, row, index);
                    }
                },
                0);
    }

    private static void asItIs(JsonText out, List<?> row, int index) {
        out.value(row.get(index));
    }

    /** A level that is set, {@code [PRICE, COUNT, AMOUNT]}, moves beyond the other side. */
    private static void crossed(JsonText out, List<?> row, int index) {
        boolean level =
                row.size() == 3
                        && row.get(0) instanceof BigDecimal
                        && row.get(1) instanceof BigDecimal count
                        && count.signum() > 0
                        && row.get(2) instanceof BigDecimal;
        if (!level || index != 0) {
            asItIs(out, row, index);
            return;
        }
        BigDecimal price = (BigDecimal) row.get(0);
        boolean bid = ((BigDecimal) row.get(2)).signum() > 0;
        BigDecimal moved = price.multiply(bid ? BEYOND_ASKS : BELOW_BIDS);
        out.number(moved.round(new MathContext(PRICE_DIGITS)));
    }

    JsonText apply(JsonText body) {
        Object value;
        try {
            value = JsonReader.read(body.toString());
        } catch (IOException e) {
            return body; // broken by another fault
        }
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            return body;
        }
        if (list.stream().allMatch(List.class::isInstance)) {
            JsonText out = new JsonText().openArray();
            list.forEach(row -> write(out, (List<?>) row));
            return out.closeArray();
        }
        return write(new JsonText(), list);
    }

    private JsonText write(JsonText out, List<?> row) {
        out.openArray();
        for (int i = 0; i < row.size(); i++) {
            element.write(out, row, i);
        }
        for (int i = 0; i < more; i++) {
            out.json(MORE.getBytes(StandardCharsets.US_ASCII));
        }
        return out.closeArray();
    }
}
