package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import org.givre.plans.check.ViolationKind;

/** Prints verdicts the way that was asked for. */
final class PlanOutput {
  private PlanOutput() {}

  static void print(PlanVerdict verdict, boolean json, PrintStream out) {
    if (json) {
      out.println(verdict.json());
    } else {
      verdict.print(out);
    }
  }

  /** A plan that was just made, with what was left out. */
  static void print(PlanVerdict verdict, NotPlanned notPlanned, boolean json, PrintStream out) {
    if (json) {
      var all = verdict.json();
      notPlanned.addTo(all);
      out.println(all);
    } else {
      verdict.print(out);
      notPlanned.print(out);
    }
  }

  /**
   * A plan that names a format, operation or mode that does not exist: it cannot be carried out.
   */
  static void printUnknown(String message, boolean json, PrintStream out) {
    var kind = ViolationKind.REFERENCE.text();
    if (json) {
      var verdict = new JsonMapper().createObjectNode().put("valid", false);
      verdict.putArray("violations").addObject().put("kind", kind).put("message", message);
      out.println(verdict);
    } else {
      out.println("not valid, 1 violation:\n  %s: %s".formatted(kind, message));
    }
  }
}
