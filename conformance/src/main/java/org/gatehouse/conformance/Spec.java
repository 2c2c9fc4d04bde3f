package org.gatehouse.conformance;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the section of the specification whose behaviour a test holds. {@code docs/conformance.md}
 * is made from these.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@Repeatable(Specs.class)
public @interface Spec {
  /** {@code RFC <number> §<section>}, optionally followed by {@code step <n>}. */
  String value();
}
