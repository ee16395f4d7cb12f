/**
 * What people see of the engine. Views read copies on threads of their own; a slow one loses lines,
 * counted, and never holds up a trade.
 */
package io.hayate.view;
