package org.givre.plans.check;

import java.util.Optional;
import org.givre.plans.instance.PlanOp;

/** Judges an unload. */
final class UnloadJudge {
  private final PlanCourse course;
  private final int op;
  private final PickerState picker;
  private final PortState port;

  private UnloadJudge(PlanCourse course, int op, PickerState picker, PortState port) {
    this.course = course;
    this.op = op;
    this.picker = picker;
    this.port = port;
  }

  /** What the unload comes to; nothing where its picker or port do not exist. */
  static Optional<OpEvaluation> judge(PlanCourse course, int number, PlanOp.Unload unload) {
    var picker = course.picker(unload.picker());
    var port = course.port(unload.port());
    course.require(picker, number, "picker " + unload.picker());
    course.require(port, number, "port " + unload.port());
    return picker.flatMap(
        who -> port.map(where -> new UnloadJudge(course, number, who, where).evaluation(unload)));
  }

  private OpEvaluation evaluation(PlanOp.Unload unload) {
    var timing = course.timing();
    var docked = unload.startSeconds() + timing.dockSeconds();
    var end = docked + unload.tubes().size() * timing.unloadSeconds();
    var occupation = new Occupation(op, unload.startSeconds(), end);
    var inReach = picker.picker().ports().contains(unload.port());
    course.occupy(occupation, picker, port.station(), inReach);
    port.receive(occupation, unload.tubes().size(), course.findings());
    var breakdown = ExposureBreakdown.NONE;
    for (int k = 0; k < unload.tubes().size(); k++) {
      var at = docked + k * timing.unloadSeconds();
      breakdown = breakdown.plus(unloaded(unload.tubes().get(k), at));
    }
    return new OpEvaluation(op, unload.startSeconds(), end, breakdown);
  }

  private ExposureBreakdown unloaded(int tube, double atSeconds) {
    var found = picker.unload(tube);
    if (found.isEmpty()) {
      noteMissing(tube);
      return ExposureBreakdown.NONE;
    }
    var carried = found.get();
    var unloadSeconds = course.timing().unloadSeconds();
    carried
        .request()
        .ifPresent(
            request -> {
              checkPort(request, tube);
              course.requests().deliver(request, atSeconds + unloadSeconds);
            });
    var inCarrier = course.weights().carrier() * (atSeconds - carried.sinceSeconds());
    var atPort = course.weights().port() * unloadSeconds;
    course.totals().add(tube, inCarrier + atPort);
    return new ExposureBreakdown(0, 0, 0, inCarrier, atPort);
  }

  private void noteMissing(int tube) {
    if (course.index().knowsTube(tube)) {
      note(ViolationKind.TUBE, tube, "is not in the carrier of " + picker.name());
    } else {
      note(ViolationKind.REFERENCE, tube, "is not listed in the instance");
    }
  }

  private void checkPort(int request, int tube) {
    var here = port.port().id();
    course
        .index()
        .jobOfRequest(request)
        .filter(job -> job.port().orElse(here) != here)
        .ifPresent(
            job ->
                note(
                    ViolationKind.REFERENCE,
                    tube,
                    "job %d wants it at port %d, but it is unloaded at port %d"
                        .formatted(job.id(), job.port().orElse(here), here)));
  }

  private void note(ViolationKind kind, int tube, String message) {
    course.findings().add(kind, op, "tube " + tube, message);
  }
}
