package org.givre.orchestrator.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.givre.orchestrator.feed.FeedEvent;
import org.givre.orchestrator.view.CustodyEntry.By;
import org.givre.orchestrator.view.CustodyEntry.What;
import org.givre.plans.store.JobId;

/**
 * The custody of every tube. Most tubes never move: all that they cost is the number of the import
 * that brought them. Not thread-safe.
 */
final class CustodyLog {
  private final List<Arrival> arrivals = new ArrayList<>();
  private final Map<Integer, List<CustodyEntry>> moves = new HashMap<>();

  /** An import of one rack. */
  private record Arrival(long offset, Instant at, By by) {}

  /** Tubes have arrived for the first time; answers the number of their arrival. */
  int arrive(FeedEvent source) {
    arrivals.add(new Arrival(source.offset(), source.at(), importer(source)));
    return arrivals.size() - 1;
  }

  static By importer(FeedEvent source) {
    return new By(false, source.recorded().cause().id());
  }

  void add(int tube, CustodyEntry entry) {
    moves.computeIfAbsent(tube, none -> new ArrayList<>()).add(entry);
  }

  private List<CustodyEntry> movesOf(int tube) {
    return moves.getOrDefault(tube, List.of());
  }

  /** Where the last move took the tube, if it moved and it is known where. */
  Optional<Place> lastPlace(int tube) {
    var entries = movesOf(tube);
    return entries.isEmpty() ? Optional.empty() : entries.get(entries.size() - 1).to();
  }

  /** Whether a robot has put the tube where it is. */
  boolean placed(int tube) {
    var entries = movesOf(tube);
    return !entries.isEmpty() && entries.get(entries.size() - 1).what() == What.PLACED;
  }

  /** The job that the tube was last picked for, at or before {@code offset}. */
  Optional<JobId> jobOf(int tube, long offset) {
    return movesOf(tube).stream()
        .filter(entry -> entry.what() == What.PICKED && entry.offset() <= offset)
        .reduce((earlier, later) -> later)
        .flatMap(CustodyEntry::job);
  }

  /** Every line, from the first arrival on; {@code now} is where the tube is. */
  List<CustodyEntry> entries(int tube, int arrival, Place now) {
    var entries = new ArrayList<CustodyEntry>();
    var first = movesOf(tube).stream().findFirst().flatMap(CustodyEntry::from);
    entries.add(arrived(arrivals.get(arrival), first.orElse(now)));
    entries.addAll(movesOf(tube));
    return entries;
  }

  private static CustodyEntry arrived(Arrival arrival, Place to) {
    return new CustodyEntry(
        arrival.offset(),
        arrival.at(),
        What.IMPORTED,
        Optional.empty(),
        Optional.of(to),
        arrival.by(),
        Optional.empty(),
        Optional.empty());
  }
}
