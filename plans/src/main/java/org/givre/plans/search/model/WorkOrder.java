package org.givre.plans.search.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.Request;

/**
 * Puts jobs in the order of their times and priorities, and requests and tubes in that of marks. A
 * request's is made of where its tubes are; a tube's then of the requests that name it, too; and
 * then a request's again of the tubes'. Nothing of this depends on the units or the beginning of
 * time, place and warmth.
 */
final class WorkOrder {
  private final Listing listing;
  private final List<InstanceJob> jobs;
  private final long[] jobMarks;
  private final long[] tubeMarks;

  /** Of the requests of all jobs, one after another. */
  private final long[] requestMarks;

  /** Where the tubes that they name are listed, one after another. */
  private final int[] named;

  /** By request, which picker carries a tube for it, if any. */
  private final int[] carriers;

  /** Marks the tubes of {@code listing}, too. */
  WorkOrder(Listing listing) {
    this.listing = listing;
    this.jobs = listing.instance.jobs();
    this.jobMarks = new long[jobs.size()];
    this.tubeMarks = listing.tubeMarks;
    this.requestMarks = new long[jobs.stream().mapToInt(job -> job.requests().size()).sum()];
    this.named = named();
    this.carriers = carriers();
    markPlaces();
    markRequests();
    markNamed();
    markRequests();
  }

  private int[] named() {
    int[] named = new int[tubeMarks.length];
    int size = 0;
    for (var job : jobs) {
      for (var request : job.requests()) {
        var tubes = request.alternatives();
        if (size + tubes.size() > named.length) {
          named = Arrays.copyOf(named, 2 * size + tubes.size());
        }
        for (int i = 0; i < tubes.size(); i++) {
          named[size++] = listing.tubeIds.index(tubes.get(i));
        }
      }
    }
    return named;
  }

  private int[] carriers() {
    int[] carriers = new int[requestMarks.length];
    Arrays.fill(carriers, Ids.NONE);
    var pickers = listing.places.pickers();
    if (pickers.stream().anyMatch(picker -> !picker.initialLoad().isEmpty())) {
      var requests = Ids.of(listing.instance.requests(), Request::id);
      for (int i = 0; i < pickers.size(); i++) {
        for (var carried : pickers.get(i).initialLoad()) {
          int request =
              carried.request().isPresent()
                  ? requests.find(carried.request().getAsInt())
                  : Ids.NONE;
          if (request != Ids.NONE) {
            carriers[request] = i;
          }
        }
      }
    }
    return carriers;
  }

  /**
   * Budgets are counted in picks, and rounded, so that it does not matter how warmth is weighed.
   */
  private void markPlaces() {
    double pick = listing.instance.weights().transfer() * listing.instance.timing().pickSeconds();
    var tubes = listing.instance.tubes();
    for (int i = 0; i < tubeMarks.length; i++) {
      var tube = tubes.get(i);
      long box = Marks.mix(listing.rackIds.index(tube.rack())) + tube.level();
      tubeMarks[i] = Marks.mix(box) + Float.floatToIntBits((float) (tube.budgetSeconds() / pick));
    }
  }

  private void markRequests() {
    int request = 0;
    int at = 0;
    for (int j = 0; j < jobMarks.length; j++) {
      long mark = mark(jobs.get(j));
      jobMarks[j] = mark;
      for (var wanted : jobs.get(j).requests()) {
        long tubes = 0;
        for (int end = at + wanted.alternatives().size(); at < end; at++) {
          tubes += Marks.mix(tubeMarks[named[at]]);
        }
        requestMarks[request] = Marks.mix(mark + carriers[request] + tubes);
        jobMarks[j] += requestMarks[request++];
      }
    }
  }

  /** Where a job's tubes go and who may not pick them. */
  private long mark(InstanceJob job) {
    long mark = job.port().isPresent() ? listing.portIds.index(job.port().getAsInt()) : Ids.NONE;
    var pickers = listing.places.pickers();
    for (int i = 0; i < pickers.size(); i++) {
      mark += job.allows(pickers.get(i).id()) ? 0 : Marks.mix(i);
    }
    return Marks.mix(mark);
  }

  private void markNamed() {
    long[] namedBy = new long[tubeMarks.length];
    int request = 0;
    int at = 0;
    for (var job : jobs) {
      for (var wanted : job.requests()) {
        for (int end = at + wanted.alternatives().size(); at < end; at++) {
          namedBy[named[at]] += requestMarks[request];
        }
        request++;
      }
    }
    for (int i = 0; i < namedBy.length; i++) {
      tubeMarks[i] = Marks.mix(tubeMarks[i] + namedBy[i]);
    }
  }

  /** The jobs in their order, each with its requests in theirs. */
  List<InstanceJob> jobs() {
    var sorted = new InstanceJob[jobs.size()];
    int first = 0;
    for (int j = 0; j < sorted.length; j++) {
      sorted[j] = inOrder(jobs.get(j), first);
      first += jobs.get(j).requests().size();
    }
    var order =
        Comparator.<Integer>comparingDouble(j -> sorted[j].releaseSeconds())
            .thenComparingDouble(j -> sorted[j].deadlineSeconds().orElse(Double.POSITIVE_INFINITY))
            .thenComparingDouble(j -> sorted[j].dueSeconds().orElse(Double.POSITIVE_INFINITY))
            .thenComparingDouble(j -> -sorted[j].priority())
            .thenComparingLong(j -> jobMarks[j]);
    return IntStream.range(0, sorted.length).boxed().sorted(order).map(j -> sorted[j]).toList();
  }

  /** Sorts numbers that begin with a request's mark and end with its place in the list. */
  private InstanceJob inOrder(InstanceJob job, int first) {
    var requests = job.requests();
    int places = 2 * Integer.highestOneBit(requests.size()) - 1;
    long[] keys = new long[requests.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (requestMarks[first + i] | places) - places + i;
    }
    Arrays.sort(keys);
    var sorted = new Request[keys.length];
    Arrays.setAll(sorted, i -> requests.get((int) keys[i] & places));
    return job.with(List.of(sorted));
  }
}
