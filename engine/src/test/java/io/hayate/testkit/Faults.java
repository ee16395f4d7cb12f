package io.hayate.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What goes wrong in a {@link Market}: drawn by a number, the same for the same number, or rules. Drawn are
 * faults of the venue of all kinds, connections that are cut, held or half-open, and stalls of the engine.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Faults {
    /** The number by which faults are drawn; 0 draws none. */
    long value() default 0;

    /** Rules such as {@code late-ack delay=3s every=5}, or files of them that end in .conf. */
    String[] rules() default {};
}
