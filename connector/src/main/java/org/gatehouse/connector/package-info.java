/**
 * What every resource adapter of Gatehouse has in common.
 *
 * <p><b>Specification.</b> Jakarta Connectors 2.1 §10 (work), §13 (message inflow), §5 (life
 * cycle).
 *
 * <p><b>Shapes.</b> {@link org.gatehouse.connector.InflowResourceAdapter} is the life of a
 * connector; {@link org.gatehouse.connector.Authority} carries a question of the {@code
 * admission-api} to the message-driven bean and its answer back to the loop that asked; {@link
 * org.gatehouse.connector.Readiness} says whether it can answer at all; {@link
 * org.gatehouse.connector.Doors} opens the listeners once it can, reports each as a {@link
 * org.gatehouse.connector.DoorState} and tries again where one stays closed; {@link
 * org.gatehouse.connector.ConnectorStatistics} shows doors and {@link
 * org.gatehouse.connector.Counter}s in the management model, {@link
 * org.gatehouse.connector.AdministeredDoors} the doors to the application; {@link
 * org.gatehouse.connector.LoopWork} gives an event loop a thread of the container; {@link
 * org.gatehouse.connector.Capabilities} finds Elytron's objects by name; {@link
 * org.gatehouse.connector.Settings} reads the configuration properties.
 *
 * <p><b>Threads.</b> {@code Doors} belongs to one executor, its owner; questions run as short
 * works, never on a loop.
 *
 * <p><b>Errors.</b> A wrong value is a {@link org.gatehouse.connector.WrongValueException}; a
 * listener that cannot open leaves its door closed with the reason; a bean that fails answers
 * {@code Unavailable}.
 *
 * <p><b>Not here.</b> Protocols and policy.
 */
@NullMarked
package org.gatehouse.connector;

import org.jspecify.annotations.NullMarked;
