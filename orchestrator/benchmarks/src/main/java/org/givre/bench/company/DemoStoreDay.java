package org.givre.bench.company;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.givre.orchestrator.storefile.StoreFile;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.Request;
import org.givre.plans.store.Dewar;
import org.givre.plans.store.StoreDefinition;

/**
 * A day in the demo store of 20,280 tubes: a job asks for one material of donors whose numbers lie
 * close together, as those of one study do; any aliquot will do.
 */
final class DemoStoreDay {
  private static final int COLUMNS = 8;
  private static final double LCL = 0.75;

  private final StoreDefinition store;
  private final List<String> racks;
  private final SortedMap<String, List<Aliquot>> aliquots = new TreeMap<>();
  private final SortedMap<String, List<Integer>> numbered = new TreeMap<>();
  private final SortedMap<String, Integer> asked = new TreeMap<>();
  private final int[][] boxes;
  private final DayOfWork day = new DayOfWork();

  private record Aliquot(int rack, int level, int aliquot) {}

  private DemoStoreDay(Path directory) throws IOException {
    store = StoreFile.read(directory.resolve("store.json"));
    racks =
        store.dewars().stream().flatMap(d -> d.racks().stream()).map(rack -> rack.value()).toList();
    boxes = new int[racks.size()][store.dewars().get(0).levels()];
    try (var lines = Files.lines(directory.resolve("inventory.csv"))) {
      lines.skip(1).map(line -> line.split(",", COLUMNS)).forEach(this::add);
    }
  }

  /** {@code tube_barcode,specimen_id,material,aliquot,dewar,rack,level,well}. */
  private void add(String[] row) {
    int rack = racks.indexOf(row[5]);
    int level = Integer.parseInt(row[6]);
    boxes[rack][level - 1]++;
    aliquots
        .computeIfAbsent(row[1] + " " + row[2], key -> new ArrayList<>())
        .add(new Aliquot(rack, level, Integer.parseInt(row[3])));
  }

  static Instance of(Path directory, long seed) throws IOException {
    return new DemoStoreDay(directory).day(Arrivals.ofDay(seed), new SplittableRandom(-seed));
  }

  private Instance day(List<Arrival> arrivals, SplittableRandom random) {
    var donors = new TreeSet<String>();
    aliquots.keySet().forEach(key -> donors.add(key.split(" ", 2)[0]));
    arrivals.forEach(arrival -> addJob(arrival, List.copyOf(donors), random));
    return day.at(morning());
  }

  private void addJob(Arrival arrival, List<String> donors, SplittableRandom random) {
    var material = random.nextDouble() < LCL ? " LCL" : " PBMC";
    int span = Math.max(4, 2 * arrival.tubes());
    int from = random.nextInt(donors.size() - span);
    var near = new ArrayList<>(IntStream.range(from, from + span).boxed().toList());
    var requests = new ArrayList<Request>();
    while (requests.size() < arrival.tubes() && !near.isEmpty()) {
      var key = donors.get(near.remove(random.nextInt(near.size()))) + material;
      var stored = aliquots.getOrDefault(key, List.of());
      if (asked.getOrDefault(key, 0) < stored.size()) {
        asked.merge(key, 1, Integer::sum);
        requests.add(day.request(numbered.computeIfAbsent(key, k -> number(stored))));
      }
    }
    if (!requests.isEmpty()) {
      day.job(arrival, requests);
    }
  }

  private List<Integer> number(List<Aliquot> stored) {
    return stored.stream()
        .sorted(Comparator.comparingInt(Aliquot::aliquot))
        .map(tube -> day.tube(tube.rack(), tube.level()))
        .toList();
  }

  private DayOfWork.Store morning() {
    var dewars = new ArrayList<InstanceDewar>();
    var all = new ArrayList<InstanceRack>();
    for (var dewar : store.dewars()) {
      for (int slot = 0; slot < dewar.racks().size(); slot++) {
        all.add(rack(all.size(), dewars.size(), slot, dewar));
      }
      dewars.add(dewar(dewars.size(), dewar));
    }
    return new DayOfWork.Store(
        store.weights(), store.prices(), store.timing(), dewars, all, pickers(), ports());
  }

  private InstanceRack rack(int id, int dewar, int slot, Dewar hangsIn) {
    var none = Collections.nCopies(hangsIn.levels(), Double.POSITIVE_INFINITY);
    var tubes = IntStream.of(boxes[id]).boxed().toList();
    return new InstanceRack(id, dewar, slot, tubes, none, none, hangsIn.recoolRatio(), 0);
  }

  private static InstanceDewar dewar(int id, Dewar dewar) {
    return new InstanceDewar(
        id,
        dewar.xMetres(),
        dewar.yMetres(),
        dewar.liftWeight(),
        dewar.levelPitchMetres(),
        dewar.liftMetresPerSecond(),
        dewar.carouselSlots(),
        0,
        dewar.carouselSecondsPerSlot(),
        dewar.park(),
        List.of());
  }

  private List<InstancePicker> pickers() {
    var pickers = new ArrayList<InstancePicker>();
    for (var picker : store.pickers()) {
      pickers.add(
          new InstancePicker(
              pickers.size(),
              picker.xMetres(),
              picker.yMetres(),
              picker.xMetresPerSecond(),
              picker.yMetresPerSecond(),
              picker.carrierTubes(),
              picker.dewars().stream().map(store::dewar).map(this::indexOf).toList(),
              picker.ports().stream()
                  .map(id -> store.port(id).orElseThrow())
                  .map(port -> store.ports().indexOf(port))
                  .toList(),
              0,
              List.of(),
              List.of()));
    }
    return pickers;
  }

  private int indexOf(Optional<Dewar> dewar) {
    return store.dewars().indexOf(dewar.orElseThrow());
  }

  private List<InstancePort> ports() {
    var ports = new ArrayList<InstancePort>();
    for (var port : store.ports()) {
      ports.add(
          new InstancePort(
              ports.size(),
              port.xMetres(),
              port.yMetres(),
              port.clearSeconds(),
              port.bufferTubes(),
              List.of()));
    }
    return ports;
  }
}
