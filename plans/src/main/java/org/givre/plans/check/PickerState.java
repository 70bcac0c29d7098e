package org.givre.plans.check;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.plans.instance.InstancePicker;

/** A picker while a plan runs: where it stands, until when it is busy, and what it carries. */
final class PickerState {
  private static final double SAME_PLACE_METRES = 1e-9;

  private final InstancePicker picker;
  private final double overheadSeconds;
  private final SortedMap<Integer, Carried> carrier = new TreeMap<>();
  private double xMetres;
  private double yMetres;
  private double freeSeconds;

  PickerState(InstancePicker picker, double nowSeconds, double overheadSeconds) {
    this.picker = picker;
    this.overheadSeconds = overheadSeconds;
    this.xMetres = picker.xMetres();
    this.yMetres = picker.yMetres();
    this.freeSeconds = Math.max(nowSeconds, picker.availableFromSeconds());
  }

  InstancePicker picker() {
    return picker;
  }

  String name() {
    return "picker " + picker.id();
  }

  SortedMap<Integer, Carried> carrier() {
    return carrier;
  }

  /** Puts a tube into the carrier. */
  void load(int tube, OptionalInt request, double sinceSeconds) {
    carrier.put(tube, new Carried(request, sinceSeconds));
  }

  /** Takes a tube out of the carrier; nothing where it is not in there. */
  Optional<Carried> unload(int tube) {
    return Optional.ofNullable(carrier.remove(tube));
  }

  boolean isOverloaded() {
    return carrier.size() > picker.carrierTubes();
  }

  /** Goes to the station and works there. */
  void occupy(Occupation occupation, Station station, Findings findings) {
    var ready = freeSeconds + travelSeconds(station);
    if (Slack.before(occupation.startSeconds(), ready)) {
      findings.add(
          ViolationKind.TRAVEL,
          occupation.op(),
          name(),
          "can be at %s at %s s, but the operation starts at %s s"
              .formatted(
                  station.name(),
                  Wording.number(ready),
                  Wording.number(occupation.startSeconds())));
    }
    occupation.checkWindows(
        ViolationKind.PICKER_UNAVAILABLE, name(), picker.unavailable(), findings);
    xMetres = station.xMetres();
    yMetres = station.yMetres();
    freeSeconds = occupation.endSeconds();
  }

  private double travelSeconds(Station station) {
    var dx = Math.abs(station.xMetres() - xMetres);
    var dy = Math.abs(station.yMetres() - yMetres);
    return dx < SAME_PLACE_METRES && dy < SAME_PLACE_METRES
        ? 0
        : overheadSeconds
            + Math.max(dx / picker.xMetresPerSecond(), dy / picker.yMetresPerSecond());
  }

  /**
   * A tube in the carrier.
   *
   * @param request that it serves; absent for a return and for a tube that serves none
   * @param sinceSeconds end of its pick, or the instance's clock
   */
  record Carried(OptionalInt request, double sinceSeconds) {}
}
