package io.hayate.story;

import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of one record by their names, in the order in which they are told; none is null or empty. */
final class FieldMap {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    FieldMap put(String name, Object value) {
        if (value != null && !"".equals(value)) {
            fields.put(name, value);
        }
        return this;
    }

    /** Puts a number unless it is 0, which stands for none. */
    FieldMap putNumber(String name, long value) {
        return value == 0 ? this : put(name, value);
    }

    /** Puts a flag where it holds. */
    FieldMap putFlag(String name, boolean holds) {
        return holds ? put(name, true) : this;
    }

    Map<String, Object> map() {
        return fields;
    }
}
