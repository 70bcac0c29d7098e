package org.givre.plans.check;

import java.util.List;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.Window;

/** A place where a picker works, one operation at a time: a dewar or a port. */
final class Station {
  private final String name;
  private final double xMetres;
  private final double yMetres;
  private final List<Window> unavailable;
  private final ViolationKind conflict;
  private final ViolationKind outOfUse;
  private double busyUntilSeconds = Double.NEGATIVE_INFINITY;
  private int busyWithOp;

  private Station(
      String name, double xMetres, double yMetres, List<Window> unavailable, boolean isDewar) {
    this.name = name;
    this.xMetres = xMetres;
    this.yMetres = yMetres;
    this.unavailable = unavailable;
    this.conflict = isDewar ? ViolationKind.DEWAR_CONFLICT : ViolationKind.PORT_CONFLICT;
    this.outOfUse = isDewar ? ViolationKind.DEWAR_UNAVAILABLE : ViolationKind.PORT_UNAVAILABLE;
  }

  static Station of(InstanceDewar dewar) {
    return new Station(
        "dewar " + dewar.id(), dewar.xMetres(), dewar.yMetres(), dewar.unavailable(), true);
  }

  static Station of(InstancePort port) {
    return new Station(
        "port " + port.id(), port.xMetres(), port.yMetres(), port.unavailable(), false);
  }

  String name() {
    return name;
  }

  double xMetres() {
    return xMetres;
  }

  double yMetres() {
    return yMetres;
  }

  /** Operations come by rising start. */
  void occupy(Occupation occupation, Findings findings) {
    if (Slack.before(occupation.startSeconds(), busyUntilSeconds)) {
      findings.add(
          conflict,
          occupation.op(),
          name,
          "is busy with op %d until %s s, but the operation starts at %s s"
              .formatted(
                  busyWithOp,
                  Wording.number(busyUntilSeconds),
                  Wording.number(occupation.startSeconds())));
    }
    occupation.checkWindows(outOfUse, name, unavailable, findings);
    if (occupation.endSeconds() > busyUntilSeconds) {
      busyUntilSeconds = occupation.endSeconds();
      busyWithOp = occupation.op();
    }
  }
}
