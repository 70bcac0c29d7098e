package org.givre.plans.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.Timing;
import org.givre.plans.instance.Weights;

/** The store while a plan runs through it. For one plan only. */
final class PlanCourse {
  private final InstanceIndex index;
  private final Findings findings = new Findings();
  private final TubeTotals totals = new TubeTotals();
  private final RequestLedger requests;
  private final SortedMap<Integer, PickerState> pickers = new TreeMap<>();
  private final SortedMap<Integer, RackState> racks = new TreeMap<>();
  private final SortedMap<Integer, DewarState> dewars = new TreeMap<>();
  private final SortedMap<Integer, PortState> ports = new TreeMap<>();
  private final Set<Integer> returned = new HashSet<>();

  PlanCourse(InstanceIndex index) {
    this.index = index;
    this.requests = new RequestLedger(index);
    var instance = index.instance();
    var overhead = timing().travelOverheadSeconds();
    for (var picker : instance.pickers()) {
      pickers.put(picker.id(), new PickerState(picker, instance.nowSeconds(), overhead));
    }
    instance.dewars().forEach(dewar -> dewars.put(dewar.id(), new DewarState(dewar)));
    instance.ports().forEach(port -> ports.put(port.id(), new PortState(port)));
    fillRacks(instance);
  }

  private void fillRacks(Instance instance) {
    Map<Integer, List<InstanceTube>> listed = new HashMap<>();
    for (var tube : instance.tubes()) {
      if (!index.isCarriedAtStart(tube.id())) {
        listed.computeIfAbsent(tube.rack(), rack -> new ArrayList<>()).add(tube);
      }
    }
    for (var rack : instance.racks()) {
      var inside = listed.getOrDefault(rack.id(), List.of());
      racks.put(rack.id(), new RackState(rack, inside, findings));
    }
  }

  InstanceIndex index() {
    return index;
  }

  Timing timing() {
    return index.instance().timing();
  }

  Weights weights() {
    return index.instance().weights();
  }

  Findings findings() {
    return findings;
  }

  TubeTotals totals() {
    return totals;
  }

  RequestLedger requests() {
    return requests;
  }

  SortedMap<Integer, PickerState> pickers() {
    return pickers;
  }

  SortedMap<Integer, RackState> racks() {
    return racks;
  }

  Optional<PortState> port(int id) {
    return Optional.ofNullable(ports.get(id));
  }

  Optional<PickerState> picker(int id) {
    return Optional.ofNullable(pickers.get(id));
  }

  /** The rack with its dewar and the picker; nothing where one does not exist, which is noted. */
  Optional<RackOp> rackOp(int op, double startSeconds, int pickerId, int rackId) {
    var picker = Optional.ofNullable(pickers.get(pickerId));
    var rack = Optional.ofNullable(racks.get(rackId));
    require(picker, op, "picker " + pickerId);
    require(rack, op, "rack " + rackId);
    return picker.flatMap(
        who ->
            rack.flatMap(
                what ->
                    Optional.ofNullable(dewars.get(what.rack().dewar()))
                        .map(dewar -> new RackOp(op, startSeconds, who, what, dewar))));
  }

  /** Notes that {@code subject} is not in the instance's lists. */
  void require(Optional<?> found, int op, String subject) {
    if (found.isEmpty()) {
      findings.add(ViolationKind.REFERENCE, op, subject, "is not listed in the instance");
    }
  }

  /** A picker works at a station. */
  void occupy(Occupation occupation, PickerState picker, Station station, boolean inReach) {
    if (!inReach) {
      findings.add(
          ViolationKind.REACH, occupation.op(), picker.name(), "does not reach " + station.name());
    }
    station.occupy(occupation, findings);
    picker.occupy(occupation, station, findings);
  }

  /** A tube that must go back has been placed where it must go. */
  void markReturned(int tube) {
    returned.add(tube);
  }

  boolean isReturned(int tube) {
    return returned.contains(tube);
  }
}
