package org.givre.orchestrator.dispatch.planning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.devices.picker.PickerCommand;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.TubeId;

/**
 * What fit pickers carry once their running tasks are over: what is in the carrier, without what
 * they are unloading, with what they are picking. What an unfit picker carries stays there; it
 * blocks its jobs.
 */
final class CarrierLoads {
  private final SortedMap<PickerId, List<Carried>> loads = new TreeMap<>();

  /** A tube in a carrier, and what it is for. */
  record Carried(TubeId tube, RequestKey request) {
    static Carried of(PickerCommand.Carried carried) {
      return new Carried(carried.tube(), new RequestKey(carried.job(), carried.request()));
    }

    static Carried of(TubeToPick pick) {
      return new Carried(pick.tube(), new RequestKey(pick.job(), pick.request()));
    }
  }

  CarrierLoads(PlanningInput input, Obstacles obstacles) {
    var leaving = input.runningUnloads();
    for (var picker : input.picture().pickers().values()) {
      var load = new ArrayList<Carried>();
      picker.carrier().forEach(c -> load.add(Carried.of(c)));
      load.removeIf(carried -> leaving.contains(carried.tube()));
      if (picker.state() == PickerCommand.State.FAULT) {
        load.forEach(carried -> block(carried, picker, obstacles));
      } else {
        picks(input, picker.picker()).stream().filter(p -> !load.contains(p)).forEach(load::add);
        loads.put(picker.picker(), load);
      }
    }
  }

  private static List<Carried> picks(PlanningInput input, PickerId picker) {
    return input.running().stream()
        .filter(running -> running.picker().equals(picker))
        .filter(running -> running.task() instanceof LiftTask)
        .flatMap(running -> ((LiftTask) running.task()).picks().stream())
        .map(Carried::of)
        .toList();
  }

  private static void block(Carried carried, PickerPicture picker, Obstacles obstacles) {
    obstacles.block(
        carried.request().job(), "picker-fault", picker.picker().value(), picker.reason());
  }

  /** Whether the picker takes part in the plan. */
  boolean isFit(PickerId picker) {
    return loads.containsKey(picker);
  }

  List<Carried> of(PickerId picker) {
    return loads.getOrDefault(picker, List.of());
  }

  /** By picker, then in the order they came in. */
  List<Carried> all() {
    return loads.values().stream().flatMap(List::stream).toList();
  }

  SortedMap<PickerId, List<Carried>> byPicker() {
    return Collections.unmodifiableSortedMap(loads);
  }
}
