package org.givre.plans.check;

import java.util.List;
import org.givre.plans.instance.Window;

/** The time that an operation takes: half-open, so that touching is not overlapping. */
record Occupation(int op, double startSeconds, double endSeconds) {
  /** Notes every window that this overlaps. */
  void checkWindows(ViolationKind kind, String subject, List<Window> windows, Findings findings) {
    for (var window : windows) {
      if (Slack.before(startSeconds, window.toSeconds())
          && Slack.after(endSeconds, window.fromSeconds())) {
        findings.add(
            kind,
            op,
            subject,
            "cannot be used from %s s to %s s, but the operation takes from %s s to %s s"
                .formatted(
                    Wording.number(window.fromSeconds()),
                    Wording.number(window.toSeconds()),
                    Wording.number(startSeconds),
                    Wording.number(endSeconds)));
      }
    }
  }
}
