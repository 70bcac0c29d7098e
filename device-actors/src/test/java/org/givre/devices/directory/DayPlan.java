package org.givre.devices.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.givre.devices.picker.ExampleStore;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.picker.PickerTask.TubeToPlace;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;

/**
 * What two pickers do in a day: they pick, put back, pick again and unload, share a rack, and leave
 * their carriers empty.
 */
final class DayPlan {
  private static final JobId JOB = new JobId("job-1");
  private static final List<String> WELLS = List.of("A1", "B2", "J10");
  private static final int RACKS = 5;
  private static final int LEVELS = 3;

  private DayPlan() {}

  /**
   * What becomes of a tube.
   *
   * @param delivered whether it ends at the port
   */
  record Fate(boolean delivered, int picks, int places) {
    static final Fate NONE = new Fate(false, 0, 0);

    private Fate picked() {
      return new Fate(delivered, picks + 1, places);
    }

    private Fate placed() {
      return new Fate(delivered, picks, places + 1);
    }

    private Fate unloaded() {
      return new Fate(true, picks, places);
    }
  }

  static SortedMap<PickerId, List<PickerTask>> tasks() {
    var plan = new TreeMap<PickerId, List<PickerTask>>();
    plan.put(
        ExampleStore.PICKER,
        List.of(
            lift("t-11", LiftMode.HOLD, 1, "1/A1", "3/B2"),
            lift("t-12", LiftMode.PARK, 2, "2/A1", "2/B2"),
            place("t-13", 1, "3/B2"),
            unload("t-14", "1/1/A1", "2/2/A1"),
            place("t-15", 2, "2/B2"),
            lift("t-16", LiftMode.HOLD, 1, "1/J10", "3/B2"),
            unload("t-17", "1/3/B2"),
            place("t-18", 1, "1/J10"),
            lift("t-19", LiftMode.HOLD, 5, "1/B2", "2/A1"),
            place("t-1A", 5, "2/A1", "1/B2"),
            lift("t-1B", LiftMode.HOLD, 5, "3/A1"),
            lift("t-1C", LiftMode.HOLD, 5, "2/A1"),
            unload("t-1D", "5/3/A1", "5/2/A1")));
    plan.put(
        ExampleStore.OTHER_PICKER,
        List.of(
            lift("t-21", LiftMode.HOLD, 3, "1/A1"),
            lift("t-22", LiftMode.HOLD, 4, "2/J10", "3/A1"),
            place("t-23", 4, "3/A1", "2/J10"),
            unload("t-24", "3/1/A1"),
            lift("t-25", LiftMode.HOLD, 1, "3/J10"),
            lift("t-26", LiftMode.HOLD, 4, "2/J10"),
            unload("t-27", "1/3/J10", "4/2/J10")));
    return plan;
  }

  /** What becomes of every tube that is moved. */
  static SortedMap<TubeId, Fate> fates() {
    var fates = new TreeMap<TubeId, Fate>();
    for (var task : tasks().values().stream().flatMap(List::stream).toList()) {
      if (task instanceof LiftTask lift) {
        lift.picks().forEach(p -> fates.put(p.tube(), fate(fates, p.tube()).picked()));
      } else if (task instanceof PlaceTask place) {
        place.tubes().forEach(tube -> fates.put(tube, fate(fates, tube).placed()));
      } else if (task instanceof UnloadTask unload) {
        unload.tubes().forEach(tube -> fates.put(tube, fate(fates, tube).unloaded()));
      }
    }
    return fates;
  }

  private static Fate fate(SortedMap<TubeId, Fate> fates, TubeId tube) {
    return fates.getOrDefault(tube, Fate.NONE);
  }

  private static PickerTask lift(String task, LiftMode mode, int rack, String... places) {
    var picks = new ArrayList<TubeToPick>();
    for (var place : places) {
      var tube = tube(rack, place);
      picks.add(new TubeToPick(tube, level(tube), well(tube), JOB, picks.size()));
    }
    return new LiftTask(task, ExampleStore.DEWAR, ExampleStore.rack(rack), mode, picks);
  }

  private static PickerTask place(String task, int rack, String... places) {
    var back = new ArrayList<TubeToPlace>();
    for (var place : places) {
      var tube = tube(rack, place);
      back.add(new TubeToPlace(what(tube), level(tube), well(tube), JOB, back.size()));
    }
    return new PlaceTask(task, ExampleStore.DEWAR, ExampleStore.rack(rack), back);
  }

  private static PickerTask unload(String task, String... tubes) {
    var unloaded = Stream.of(tubes).map(TubeId::new).toList();
    return new UnloadTask(task, ExampleStore.PORT, unloaded);
  }

  /** A barcode tells where the tube was put: rack, level, well. */
  private static TubeId tube(int rack, String place) {
    return new TubeId("%d/%s".formatted(rack, place));
  }

  static RackId home(TubeId tube) {
    return ExampleStore.rack(Integer.parseInt(tube.value().substring(0, 1)));
  }

  static int level(TubeId tube) {
    return Integer.parseInt(tube.value().substring(2, 3));
  }

  static Well well(TubeId tube) {
    return Well.parse(tube.value().substring(4));
  }

  private static Tube what(TubeId tube) {
    return new Tube(tube, new SpecimenId("S" + tube.value().charAt(0)), "LCL", level(tube));
  }

  static SortedMap<RackId, List<Standing>> tubes() {
    var tubes = new TreeMap<RackId, List<Standing>>();
    for (int rack = 1; rack <= RACKS; rack++) {
      var standing = new ArrayList<Standing>();
      for (int level = 1; level <= LEVELS; level++) {
        for (var well : WELLS) {
          var tube = tube(rack, level + "/" + well);
          standing.add(new Standing(what(tube), level, well(tube)));
        }
      }
      tubes.put(ExampleStore.rack(rack), standing);
    }
    return tubes;
  }
}
