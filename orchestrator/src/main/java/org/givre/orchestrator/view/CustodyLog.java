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
 * The custody of every tube. Most tubes never move and cost nothing here: the import that brought
 * them follows from their number, since tubes are numbered in the order they came. Not thread-safe.
 */
final class CustodyLog {
  private final List<Arrival> arrivals = new ArrayList<>();
  private final Map<Integer, List<CustodyEntry>> moves = new HashMap<>();

  /** An import of one rack; of the tubes that were never here before {@code firstTube} is first. */
  private record Arrival(int firstTube, long offset, Instant at, By by) {}

  /** Tubes arrive; those that were never here before are numbered from {@code firstTube} on. */
  void arrive(int firstTube, FeedEvent source) {
    arrivals.add(new Arrival(firstTube, source.offset(), source.at(), importer(source)));
  }

  /** What brought the tube first: the last arrival that begins at it or before it. */
  private Arrival arrivalOf(int tube) {
    int low = 0;
    int high = arrivals.size() - 1;
    while (low < high) {
      var middle = (low + high + 1) >>> 1;
      if (arrivals.get(middle).firstTube() <= tube) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return arrivals.get(low);
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
  List<CustodyEntry> entries(int tube, Place now) {
    var entries = new ArrayList<CustodyEntry>();
    var first = movesOf(tube).stream().findFirst().flatMap(CustodyEntry::from);
    entries.add(arrived(arrivalOf(tube), first.orElse(now)));
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
