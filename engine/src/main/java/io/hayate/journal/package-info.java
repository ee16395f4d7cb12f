/**
 * What was asked for, sent and heard of orders, in files that outlive the process: written by the
 * strategy's thread into memory that another thread brings to the disk, read by anybody.
 *
 * <p>Knows no orders: who writes gives the fields, who reads makes sense of them.
 */
package io.hayate.journal;
