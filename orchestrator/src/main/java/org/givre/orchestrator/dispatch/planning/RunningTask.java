package org.givre.orchestrator.dispatch.planning;

import java.time.Duration;
import java.time.Instant;
import org.givre.devices.picker.PickerTask;
import org.givre.plans.store.PickerId;

/**
 * A task that goes on while work is planned around it.
 *
 * @param length planned, without the way there
 */
public record RunningTask(PickerId picker, PickerTask task, Instant expectedEnd, Duration length) {}
