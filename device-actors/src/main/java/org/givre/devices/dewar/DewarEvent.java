package org.givre.devices.dewar;

import org.givre.devices.journal.JournalEvent;
import org.givre.plans.store.PickerId;

/** What has happened to a dewar. */
public sealed interface DewarEvent extends JournalEvent {

  /** A picker may use the opening until it gives it back. */
  record OpeningGranted(String taskId, PickerId picker) implements DewarEvent {}

  /** The opening is free again. */
  record OpeningReleased(String taskId, int carouselSlot) implements DewarEvent {}
}
