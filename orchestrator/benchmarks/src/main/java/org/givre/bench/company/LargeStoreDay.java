package org.givre.bench.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.Request;

/**
 * A day in the store of a public instance: a job asks for a part of what one of the instance's jobs
 * asks for. Each of its requests takes other tubes, in the same boxes of the same racks.
 */
final class LargeStoreDay {
  private final Instance store;
  private final TreeMap<Integer, InstanceTube> places = new TreeMap<>();
  private final int[][] left;
  private final DayOfWork day = new DayOfWork();

  private LargeStoreDay(Instance store) {
    this.store = store;
    store.tubes().forEach(tube -> places.put(tube.id(), tube));
    left = new int[store.racks().size()][];
    store
        .racks()
        .forEach(
            rack -> left[rack.id()] = rack.boxTubes().stream().mapToInt(tubes -> tubes).toArray());
  }

  static Instance of(Instance store, long seed) {
    return new LargeStoreDay(store).day(Arrivals.ofDay(seed), new SplittableRandom(-seed));
  }

  private Instance day(List<Arrival> arrivals, SplittableRandom random) {
    arrivals.forEach(arrival -> day.job(arrival, requests(arrival.tubes(), random)));
    return day.at(
        new DayOfWork.Store(
            store.weights(),
            store.prices(),
            store.timing(),
            store.dewars(),
            store.racks().stream().map(DayOfWork::rack).toList(),
            store.pickers(),
            store.ports()));
  }

  private List<Request> requests(int tubes, SplittableRandom random) {
    var requests = new ArrayList<Request>();
    while (requests.size() < tubes) {
      var job = store.jobs().get(random.nextInt(store.jobs().size()));
      var like = new ArrayList<>(job.requests());
      while (!like.isEmpty() && requests.size() < tubes) {
        var alternatives = alternatives(like.remove(random.nextInt(like.size())));
        if (!alternatives.isEmpty()) {
          requests.add(day.request(alternatives));
        }
      }
    }
    return requests;
  }

  /** Other tubes in the same boxes, as long as there are any. */
  private List<Integer> alternatives(Request like) {
    var alternatives = new ArrayList<Integer>();
    for (int id : like.alternatives()) {
      var place = Optional.ofNullable(places.get(id)).orElseThrow();
      if (left[place.rack()][place.level() - 1] > 0) {
        left[place.rack()][place.level() - 1]--;
        alternatives.add(day.tube(place.rack(), place.level()));
      }
    }
    return alternatives;
  }
}
