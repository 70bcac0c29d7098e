package org.givre.devices.action;

import org.givre.devices.journal.JournalEvent;

/** An event that records an action, whatever it has led to. */
public interface ActionEvent extends JournalEvent {
  ActionRecord action();
}
