/**
 * Actions: what an operator or a client wants done with a job, a device or the site.
 *
 * <p>Whom an action concerns decides it, and records it in the same write as its effect, refused or
 * not: one {@code ActionEvent} for each action. Those events together are the audit. Who asked, and
 * why, stands in the cause of the event.
 */
@NullMarked
package org.givre.devices.action;

import org.jspecify.annotations.NullMarked;
