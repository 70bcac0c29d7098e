package org.givre.devices.picker;

import java.util.List;
import org.givre.devices.picker.PickerNotice.MissedRequest;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;

/** One operation of a plan, handed to a picker: driving there and doing it. */
public sealed interface PickerTask {
  /** Unique for ever; taking it again is harmless. */
  String taskId();

  /** Name of the dewar or port where the work is. */
  String station();

  /** Has a rack lifted. */
  sealed interface RackTask extends PickerTask {
    DewarId dewar();

    RackId rack();

    @Override
    default String station() {
      return dewar().value();
    }
  }

  /** Lifts a rack and picks tubes, in order, deepest level last. */
  record LiftTask(String taskId, DewarId dewar, RackId rack, LiftMode mode, List<TubeToPick> picks)
      implements RackTask {
    public LiftTask {
      picks = List.copyOf(picks);
      if (picks.isEmpty()) {
        throw new IllegalArgumentException(
            "Task %s lifts rack %s for nothing; give at least one pick".formatted(taskId, rack));
      }
      if (mode == LiftMode.PARK
          && picks.stream().mapToInt(TubeToPick::level).distinct().count() > 1) {
        throw new IllegalArgumentException(
            "Task %s parks one box of rack %s; its picks must all be at one level"
                .formatted(taskId, rack));
      }
    }

    /** The pick of that tube. */
    TubeToPick pickOf(TubeId tube) {
      return picks.stream()
          .filter(pick -> pick.tube().equals(tube))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "Task %s does not pick tube %s".formatted(taskId, tube)));
    }
  }

  /** Lifts a rack, holds it and places tubes from the carrier, in order, deepest level first. */
  record PlaceTask(String taskId, DewarId dewar, RackId rack, List<TubeToPlace> places)
      implements RackTask {
    public PlaceTask {
      places = List.copyOf(places);
      if (places.isEmpty()) {
        throw new IllegalArgumentException(
            "Task %s lifts rack %s for nothing; give at least one place".formatted(taskId, rack));
      }
    }

    /** The tubes, in the order in which they are placed. */
    public List<TubeId> tubes() {
      return places.stream().map(place -> place.tube().id()).toList();
    }

    /** The placing of that tube. */
    TubeToPlace placeOf(TubeId tube) {
      return places.stream()
          .filter(place -> place.tube().id().equals(tube))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "Task %s does not place tube %s".formatted(taskId, tube)));
    }
  }

  /** Unloads tubes at a port, in order. */
  record UnloadTask(String taskId, PortId port, List<TubeId> tubes) implements PickerTask {
    public UnloadTask {
      tubes = List.copyOf(tubes);
      if (tubes.isEmpty()) {
        throw new IllegalArgumentException(
            "Task %s unloads nothing; give at least one tube".formatted(taskId));
      }
    }

    @Override
    public String station() {
      return port.value();
    }
  }

  /**
   * A tube, where it stands, and what it is for.
   *
   * @param request number within the job, from 0
   */
  record TubeToPick(TubeId tube, int level, Well well, JobId job, int request) {
    MissedRequest missed(Finding finding) {
      return new MissedRequest(job, request, tube, finding);
    }
  }

  /**
   * A tube of the carrier, the well that it is to stand in, and what it was picked for.
   *
   * @param request number within the job, from 0
   */
  record TubeToPlace(Tube tube, int level, Well well, JobId job, int request) {}
}
