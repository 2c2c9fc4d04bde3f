package org.gatehouse.admission;

/**
 * Whether the sender of a request has to prove who it is before the Director passes it on.
 *
 * @param required true where the sender claims to be one of our users
 */
public record Proof(boolean required) {}
