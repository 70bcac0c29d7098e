package org.givre.devices.rack;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.rack.RackCommand.BoxOut;
import org.givre.devices.rack.RackCommand.Found;
import org.givre.devices.rack.RackCommand.RackPicture;
import org.givre.devices.rack.RackCommand.Reserved;
import org.givre.devices.rack.RackEvent.BoxExposure;
import org.givre.devices.rack.RackEvent.MissedTube;
import org.givre.devices.rack.RackEvent.PlacedTube;
import org.givre.devices.rack.RackEvent.RackLifted;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.devices.rack.RackEvent.TakenTube;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;

/**
 * What a rack remembers, and its rules.
 *
 * <p>A tube that a lift did not find where it was believed to be is believed to stand nowhere: it
 * is neither offered nor counted, and its well is free. The journal keeps it as missed, which makes
 * its position {@code UNVERIFIED}, until an import says where it stands.
 *
 * @param holders the job that each reserved tube is set aside for
 * @param kept wells that are empty and yet not free
 * @param lastLifts the last lift that each picker reported: a picker repeats none but its last
 * @param notBefore end of the re-cool after the last lift; the epoch where there was none
 */
public record RackState(
    RackContent content,
    SortedMap<TubeId, JobId> holders,
    KeptWells kept,
    SortedMap<PickerId, LastLift> lastLifts,
    Instant notBefore) {

  /** A lift that was reported, and the answer should it be reported again. */
  record LastLift(String taskId, double tubeSeconds) {}

  public RackState {
    holders = compact(holders);
    lastLifts = compact(lastLifts);
  }

  /** Most of sixteen thousand racks have nothing to keep here: they share one empty map. */
  private static <K, V> SortedMap<K, V> compact(SortedMap<K, V> map) {
    return map.isEmpty() ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(map);
  }

  static RackState empty(RackId rack, RackShape shape) {
    return new RackState(
        RackContent.empty(rack, shape),
        new TreeMap<>(),
        KeptWells.NONE,
        new TreeMap<>(),
        Instant.EPOCH);
  }

  RackState imported(List<Standing> tubes) {
    return new RackState(content.plus(tubes), holders, kept.imported(tubes), lastLifts, notBefore);
  }

  RackState reserved(JobId job, List<TubeId> tubes) {
    var next = new TreeMap<>(holders);
    tubes.forEach(tube -> next.put(tube, job));
    return new RackState(content, next, kept, lastLifts, notBefore);
  }

  RackState kept(JobId job, List<Standing> tubes) {
    return new RackState(content, holders, kept.plus(job, tubes), lastLifts, notBefore);
  }

  RackState freed(List<TubeId> tubes) {
    var next = new TreeMap<>(holders);
    tubes.forEach(next::remove);
    return new RackState(content, next, kept.minus(tubes), lastLifts, notBefore);
  }

  RackState lifted(RackLifted lift) {
    var gone = gone(lift.taken(), lift.missed());
    var back = lift.placed().stream().map(PlacedTube::standing).toList();
    back.forEach(standing -> gone.add(standing.tube().id()));
    var held = new TreeMap<>(holders);
    held.keySet().removeAll(gone);
    var last = new TreeMap<>(lastLifts);
    last.put(lift.picker(), new LastLift(lift.taskId(), lift.tubeSeconds()));
    var stands = content.minus(gone).plus(back);
    return new RackState(stands, held, kept.lifted(lift), last, recooled(lift));
  }

  private Instant recooled(RackLifted lift) {
    var longest = lift.boxes().stream().mapToDouble(BoxExposure::seconds).max().orElse(0);
    var micros = (long) Math.ceil(content.shape().recoolRatio() * longest * 1e6);
    var end = lift.ended().plus(micros, ChronoUnit.MICROS);
    return end.isAfter(notBefore) ? end : notBefore;
  }

  private static SortedSet<TubeId> gone(List<TakenTube> taken, List<MissedTube> missed) {
    var gone = new TreeSet<TubeId>();
    taken.forEach(tube -> gone.add(tube.tube()));
    missed.forEach(tube -> gone.add(tube.tube()));
    return gone;
  }

  /**
   * Why {@code tubes} cannot be imported, in words; empty where they can or stand there already.
   */
  List<String> conflicts(List<Standing> tubes) {
    var conflicts = new ArrayList<>(content.conflicts(tubes));
    conflicts.addAll(kept.conflicts(content.rack(), tubes));
    return conflicts;
  }

  /** Those of {@code tubes} that do not stand where an import says, and so are news. */
  List<Standing> news(List<Standing> tubes) {
    var known = content.find(tubes.stream().map(s -> s.tube().id()).toList());
    var news = new ArrayList<Standing>();
    for (var tube : tubes) {
      if (known.putIfAbsent(tube.tube().id(), tube) == null) {
        news.add(tube);
      }
    }
    return news;
  }

  /** What {@code job} would get, and has already, of {@code tubes}. */
  Reserved answer(JobId job, List<TubeId> tubes) {
    var here = content.find(tubes).keySet();
    var granted = new TreeSet<>(here);
    var others = new TreeMap<>(holders);
    others.keySet().retainAll(here);
    others.values().removeIf(job::equals);
    granted.removeAll(others.keySet());
    var notHere = new TreeSet<>(tubes);
    notHere.removeAll(here);
    return new Reserved(content.rack(), job, granted, others, notHere, notBefore);
  }

  /** Those of {@code tubes} that {@code job} would get a well for, or has one already. */
  List<Standing> keepable(JobId job, List<Standing> tubes) {
    return kept.grantable(job, content.welcome(tubes));
  }

  /** Those of {@code tubes} that nobody holds. */
  List<TubeId> free(SortedSet<TubeId> tubes) {
    return tubes.stream().filter(tube -> !holders.containsKey(tube)).toList();
  }

  /** Those of {@code tubes} that {@code job} holds, or has a well for. */
  List<TubeId> heldBy(JobId job, Collection<TubeId> tubes) {
    var held = new TreeSet<>(kept.keptBy(job, tubes));
    tubes.stream().filter(tube -> job.equals(holders.get(tube))).forEach(held::add);
    return List.copyOf(held);
  }

  /** The answer to a lift that has been reported before. */
  Optional<LastLift> recorded(PickerId picker, String taskId) {
    return Optional.ofNullable(lastLifts.get(picker)).filter(l -> l.taskId().equals(taskId));
  }

  /** What a lift does to each box: the tubes that stay get its exposure. */
  List<BoxExposure> exposure(List<BoxOut> boxes, List<TakenTube> taken, List<MissedTube> missed) {
    var stayed = content.minus(gone(taken, missed)).boxTubes();
    var exposure = new ArrayList<BoxExposure>();
    for (int i = 0; i < stayed.size(); i++) {
      var out = i < boxes.size() ? boxes.get(i) : new BoxOut(0, 0);
      exposure.add(new BoxExposure(out.seconds(), out.weightedSeconds(), stayed.get(i)));
    }
    return exposure;
  }

  RackPicture picture(SortedSet<TubeId> asked) {
    var found = new TreeMap<TubeId, Found>();
    content
        .find(asked)
        .forEach(
            (tube, standing) ->
                found.put(
                    tube,
                    new Found(
                        standing.tube(),
                        standing.level(),
                        standing.well(),
                        Optional.ofNullable(holders.get(tube)))));
    return new RackPicture(content.rack(), content.boxTubes(), found, notBefore);
  }
}
