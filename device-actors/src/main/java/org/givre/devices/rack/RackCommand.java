package org.givre.devices.rack;

import akka.actor.typed.ActorRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.journal.Cause;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;

/** What a rack can be asked or told. */
public sealed interface RackCommand {

  /** Reports tubes that someone has put into the rack. */
  record Import(
      String importId, List<RackEvent.Standing> tubes, Cause cause, ActorRef<Imported> replyTo)
      implements RackCommand {
    public Import {
      tubes = List.copyOf(tubes);
    }
  }

  /**
   * Answer to {@link Import}: durable now.
   *
   * @param refused tubes that conflict with what stands here, in words; nothing was stored then
   */
  record Imported(RackId rack, int stored, int unchanged, List<String> refused) {
    public Imported {
      refused = List.copyOf(refused);
    }
  }

  /** Asks for tubes to be set aside for {@code job} alone. */
  record Reserve(JobId job, List<TubeId> tubes, Cause cause, ActorRef<Reserved> replyTo)
      implements RackCommand {
    public Reserve {
      tubes = List.copyOf(tubes);
    }
  }

  /**
   * Answer to {@link Reserve}.
   *
   * @param heldByOthers tubes that another job holds, with that job
   * @param notBefore end of the re-cool after the last lift; the epoch where there was none
   */
  record Reserved(
      RackId rack,
      JobId job,
      SortedSet<TubeId> granted,
      SortedMap<TubeId, JobId> heldByOthers,
      SortedSet<TubeId> notHere,
      Instant notBefore) {
    public Reserved {
      granted = new TreeSet<>(granted);
      heldByOthers = new TreeMap<>(heldByOthers);
      notHere = new TreeSet<>(notHere);
    }
  }

  /** Asks for wells to be kept free for tubes of {@code job} that are on their way back. */
  record Keep(JobId job, List<RackEvent.Standing> tubes, Cause cause, ActorRef<Kept> replyTo)
      implements RackCommand {
    public Keep {
      tubes = List.copyOf(tubes);
    }
  }

  /**
   * Answer to {@link Keep}.
   *
   * @param refused tubes whose well is not there, is occupied or is kept for another
   * @param notBefore end of the re-cool after the last lift; the epoch where there was none
   */
  record Kept(
      RackId rack,
      JobId job,
      SortedSet<TubeId> granted,
      SortedSet<TubeId> refused,
      Instant notBefore) {
    public Kept {
      granted = new TreeSet<>(granted);
      refused = new TreeSet<>(refused);
    }
  }

  /**
   * Gives back tubes that were set aside, and wells that were kept for them; harmless where they
   * were not.
   */
  record Free(JobId job, List<TubeId> tubes, Cause cause) implements RackCommand {
    public Free {
      tubes = List.copyOf(tubes);
    }
  }

  /**
   * Reports a lift that has ended. Repeats are answered like the first.
   *
   * @param boxes seconds outside by level, top box first
   */
  record ReportLift(
      String taskId,
      PickerId picker,
      Instant started,
      Instant ended,
      List<BoxOut> boxes,
      List<RackEvent.TakenTube> taken,
      List<RackEvent.MissedTube> missed,
      List<RackEvent.PlacedTube> placed,
      Cause cause,
      ActorRef<LiftRecorded> replyTo)
      implements RackCommand {
    public ReportLift {
      boxes = List.copyOf(boxes);
      taken = List.copyOf(taken);
      missed = List.copyOf(missed);
      placed = List.copyOf(placed);
    }
  }

  /** How long a box was outside, in seconds and in weighted seconds. */
  record BoxOut(double seconds, double weightedSeconds) {}

  /** Answer to {@link ReportLift}: the lift is durable at the rack. */
  record LiftRecorded(RackId rack, String taskId, double tubeSeconds) {}

  /** Asks for what planning needs to know of the rack and of the named tubes. */
  record Describe(SortedSet<TubeId> tubes, ActorRef<RackPicture> replyTo) implements RackCommand {
    public Describe {
      tubes = new TreeSet<>(tubes);
    }
  }

  /**
   * Tells the rack to leave memory, once it has done what it was asked before; see {@link
   * RackDoor}.
   */
  record Rest() implements RackCommand {}

  /**
   * What a rack believes.
   *
   * @param boxTubes tubes by level, top box first
   * @param found where those of the asked tubes stand that are here
   * @param notBefore end of the re-cool after the last lift; the epoch where there was none
   */
  record RackPicture(
      RackId rack, List<Integer> boxTubes, SortedMap<TubeId, Found> found, Instant notBefore) {
    public RackPicture {
      boxTubes = List.copyOf(boxTubes);
      found = new TreeMap<>(found);
    }
  }

  /**
   * A tube that stands in the rack.
   *
   * @param holder the job that it is set aside for
   */
  record Found(Tube tube, int level, Well well, Optional<JobId> holder) {}
}
