package org.givre.devices.port;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.givre.devices.action.Service;
import org.givre.devices.port.PortEvent.DockGranted;
import org.givre.devices.port.PortEvent.ReceivedTube;
import org.givre.devices.port.PortEvent.TubesReceived;

/**
 * What a port remembers, and its rules.
 *
 * @param docked who has the dock
 * @param batches in the buffer until they are cleared, oldest first; those of the past are dropped
 *     with the next event
 * @param recent tasks whose unload is over, latest last
 * @param service whether it grants turns
 */
public record PortState(
    Optional<DockGranted> docked,
    List<TubesReceived> batches,
    List<String> recent,
    Service service) {
  static final PortState UNTOUCHED =
      new PortState(Optional.empty(), List.of(), List.of(), Service.UNTOUCHED);

  /** A picker repeats no report but its last; this is more pickers than dock at any port. */
  private static final int RECENT_TASKS = 64;

  public PortState {
    batches = List.copyOf(batches);
    recent = List.copyOf(recent);
  }

  PortState granted(DockGranted grant) {
    return new PortState(Optional.of(grant), batches, recent, service);
  }

  PortState serving(Service next) {
    return new PortState(docked, batches, recent, next);
  }

  PortState received(TubesReceived batch) {
    var nextBatches = new ArrayList<>(batches);
    nextBatches.add(batch);
    var nextRecent = new ArrayList<>(recent);
    nextRecent.add(batch.taskId());
    var oldest = Math.max(0, nextRecent.size() - RECENT_TASKS);
    return new PortState(
        docked.filter(grant -> !grant.taskId().equals(batch.taskId())),
        nextBatches,
        nextRecent.subList(oldest, nextRecent.size()),
        service);
  }

  /** Without the batches that have left the buffer by {@code now}. */
  PortState at(Instant now) {
    return new PortState(docked, inBuffer(now), recent, service);
  }

  private List<TubesReceived> inBuffer(Instant now) {
    return batches.stream().filter(batch -> batch.cleared().isAfter(now)).toList();
  }

  boolean dockedFor(String taskId) {
    return docked.filter(grant -> grant.taskId().equals(taskId)).isPresent();
  }

  /** Whether the next who waits may dock, if there is room. */
  boolean grants() {
    return docked.isEmpty() && service.inService();
  }

  boolean isOver(String taskId) {
    return recent.contains(taskId);
  }

  /** Slots of a buffer of {@code size} that are neither taken nor granted, lowest first. */
  List<Integer> freeSlots(int size, Instant now) {
    var granted = docked.map(DockGranted::slots).orElse(List.of());
    var taken =
        inBuffer(now).stream().flatMap(b -> b.tubes().stream()).map(ReceivedTube::slot).toList();
    return IntStream.rangeClosed(1, size)
        .boxed()
        .filter(slot -> !granted.contains(slot) && !taken.contains(slot))
        .toList();
  }

  /** When the next batch leaves the buffer. */
  Optional<Instant> nextCleared(Instant now) {
    return inBuffer(now).stream().map(TubesReceived::cleared).min(Instant::compareTo);
  }
}
