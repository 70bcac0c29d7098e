package org.givre.devices.rack;

import java.time.Instant;
import java.util.List;
import org.givre.devices.journal.JournalEvent;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;

/** What has happened to a rack; each event knows the state it leads to. */
public sealed interface RackEvent extends JournalEvent {
  /** The state that it leads to. */
  RackState after(RackState before);

  /** An inventory import put tubes into the rack: one event for all of them. */
  record TubesImported(String importId, List<Standing> tubes) implements RackEvent {
    public TubesImported {
      tubes = List.copyOf(tubes);
    }

    @Override
    public RackState after(RackState before) {
      return before.imported(tubes);
    }
  }

  /** Tubes were set aside for a job. */
  record TubesReserved(JobId job, List<TubeId> tubes) implements RackEvent {
    public TubesReserved {
      tubes = List.copyOf(tubes);
    }

    @Override
    public RackState after(RackState before) {
      return before.reserved(job, tubes);
    }
  }

  /** Free wells are kept for tubes of a job that are on their way back. */
  record WellsKept(JobId job, List<Standing> tubes) implements RackEvent {
    public WellsKept {
      tubes = List.copyOf(tubes);
    }

    @Override
    public RackState after(RackState before) {
      return before.kept(job, tubes);
    }
  }

  /** Tubes are no longer set aside for the job, and no wells are kept for them. */
  record TubesFreed(JobId job, List<TubeId> tubes) implements RackEvent {
    public TubesFreed {
      tubes = List.copyOf(tubes);
    }

    @Override
    public RackState after(RackState before) {
      return before.freed(tubes);
    }
  }

  /**
   * The rack was lifted and is back: the one exposure event of every tube that stayed, and what was
   * taken or put back.
   *
   * @param boxes by level, top box first
   */
  record RackLifted(
      String taskId,
      PickerId picker,
      Instant started,
      Instant ended,
      List<BoxExposure> boxes,
      List<TakenTube> taken,
      List<MissedTube> missed,
      List<PlacedTube> placed)
      implements RackEvent {
    public RackLifted {
      boxes = List.copyOf(boxes);
      taken = List.copyOf(taken);
      missed = List.copyOf(missed);
      placed = List.copyOf(placed);
    }

    /** Weighted tube-seconds of all tubes: of those that stayed, were taken or were put back. */
    public double tubeSeconds() {
      return boxes.stream().mapToDouble(b -> b.tubes() * b.weightedSeconds()).sum()
          + taken.stream().mapToDouble(TakenTube::weightedSeconds).sum()
          + placed.stream().mapToDouble(PlacedTube::weightedSeconds).sum();
    }

    @Override
    public RackState after(RackState before) {
      return before.lifted(this);
    }
  }

  /** A tube and where it stands in the rack. */
  record Standing(Tube tube, int level, Well well) {}

  /**
   * What each tube that stayed in a box got from a lift.
   *
   * @param seconds outside
   * @param weightedSeconds the same, weighted by the surroundings
   * @param tubes in the box that were neither taken nor put there in this lift
   */
  record BoxExposure(double seconds, double weightedSeconds, int tubes) {}

  /**
   * A tube that a lift took, with its exposure until it was in the carrier: outside in its box,
   * then in the gripper.
   */
  record TakenTube(TubeId tube, int level, Well well, double seconds, double weightedSeconds) {}

  /**
   * A tube that a lift put back, with its exposure from the carrier on: in the gripper, then
   * outside in its box.
   */
  record PlacedTube(Standing standing, double seconds, double weightedSeconds) {}

  /**
   * A tube that was not where the rack believed it to be; its position is unverified now. Or one
   * that could not be put back: because it was not in the carrier, or because something unknown
   * stands in its well.
   */
  record MissedTube(TubeId tube, int level, Well well, Finding finding) {}

  /** What stood where a tube was expected. */
  enum Finding {
    EMPTY,
    MISMATCH
  }
}
