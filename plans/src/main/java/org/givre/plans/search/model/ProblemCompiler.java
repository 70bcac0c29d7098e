package org.givre.plans.search.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.givre.plans.instance.CarriedTube;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.Request;
import org.givre.plans.instance.TubeReturn;
import org.jspecify.annotations.Nullable;

/** Turns ids into indices, once. */
final class ProblemCompiler {
  private final Instance instance;
  private final Dewar[] dewars;
  private final Rack[] racks;
  private final Tube[] tubes;
  private final Port[] ports;
  private final Job[] jobs;
  private final Demand[] demands;
  private final Picker[] pickers;

  private final Ids dewarIds;
  private final Ids rackIds;
  private final Ids portIds;
  private final Ids tubeIds;

  /** By place in the instance's list; null where a tube is carried. */
  private final @Nullable Tube[] listedTubes;

  /** By place in the instance's list, whether a tube is carried. */
  private final boolean[] carriedTubes;

  private final Map<Integer, Double> budgetById = new HashMap<>();
  private final Set<Integer> carriedRequests = new HashSet<>();

  ProblemCompiler(Instance instance) {
    this.instance = instance;
    dewarIds = Ids.of(instance.dewars(), InstanceDewar::id);
    rackIds = Ids.of(instance.racks(), InstanceRack::id);
    portIds = Ids.of(instance.ports(), InstancePort::id);
    tubeIds = Ids.of(instance.tubes(), InstanceTube::id);
    listedTubes = new Tube[instance.tubes().size()];
    carriedTubes = new boolean[listedTubes.length];
    noteCarried();
    dewars = compileDewars();
    racks = compileRacks();
    tubes = compileTubes();
    ports = compilePorts();
    jobs = compileJobs();
    demands = compileDemands();
    pickers = compilePickers();
  }

  Dewar[] dewars() {
    return dewars;
  }

  Rack[] racks() {
    return racks;
  }

  Tube[] tubes() {
    return tubes;
  }

  Port[] ports() {
    return ports;
  }

  Job[] jobs() {
    return jobs;
  }

  Demand[] demands() {
    return demands;
  }

  Picker[] pickers() {
    return pickers;
  }

  private void noteCarried() {
    for (var picker : instance.pickers()) {
      for (var carried : picker.initialLoad()) {
        int place = tubeIds.find(carried.tube());
        if (place != Ids.NONE) {
          carriedTubes[place] = true;
        }
        carried.request().ifPresent(carriedRequests::add);
      }
    }
  }

  private Dewar[] compileDewars() {
    var list = instance.dewars();
    var compiled = new Dewar[list.size()];
    for (int i = 0; i < compiled.length; i++) {
      compiled[i] = new Dewar(list.get(i), i);
    }
    return compiled;
  }

  private Rack[] compileRacks() {
    var list = instance.racks();
    var compiled = new Rack[list.size()];
    for (int i = 0; i < compiled.length; i++) {
      compiled[i] = new Rack(list.get(i), i, dewars[dewarIds.index(list.get(i).dewar())]);
    }
    return compiled;
  }

  private Tube[] compileTubes() {
    var compiled = new ArrayList<Tube>(listedTubes.length);
    for (int i = 0; i < listedTubes.length; i++) {
      InstanceTube tube = instance.tubes().get(i);
      if (carriedTubes[i]) {
        budgetById.put(tube.id(), tube.budgetSeconds());
        continue;
      }
      var rack = racks[rackIds.index(tube.rack())];
      var made = new Tube(tube.id(), compiled.size(), rack, tube.level(), tube.budgetSeconds());
      if (made.fragile) {
        rack.addFragile(made);
      }
      compiled.add(made);
      listedTubes[i] = made;
    }
    return compiled.toArray(Tube[]::new);
  }

  private Port[] compilePorts() {
    var list = instance.ports();
    var compiled = new Port[list.size()];
    for (int i = 0; i < compiled.length; i++) {
      compiled[i] = new Port(list.get(i), i);
    }
    return compiled;
  }

  private Job[] compileJobs() {
    var compiled = new Job[instance.jobs().size()];
    for (int i = 0; i < compiled.length; i++) {
      InstanceJob job = instance.jobs().get(i);
      int port = job.port().isPresent() ? portIds.index(job.port().getAsInt()) : Job.ANY_PORT;
      compiled[i] = new Job(job, i, port, allowed(job), instance.nowSeconds());
    }
    return compiled;
  }

  private boolean[] allowed(InstanceJob job) {
    var pickers = instance.pickers();
    boolean[] allowed = new boolean[pickers.size()];
    for (int i = 0; i < allowed.length; i++) {
      allowed[i] = job.allows(pickers.get(i).id());
    }
    return allowed;
  }

  private Demand[] compileDemands() {
    var compiled = new ArrayList<Demand>();
    for (int j = 0; j < jobs.length; j++) {
      for (Request request : instance.jobs().get(j).requests()) {
        var alternatives = alternatives(request);
        boolean carried = carriedRequests.contains(request.id());
        compiled.add(new Demand(request.id(), compiled.size(), jobs[j], alternatives, carried));
      }
    }
    return compiled.toArray(Demand[]::new);
  }

  private Tube[] alternatives(Request request) {
    var ids = request.alternatives();
    var tubes = new Tube[ids.size()];
    int size = 0;
    for (int id : ids) {
      var tube = listedTubes[tubeIds.index(id)];
      if (tube != null) {
        tubes[size++] = tube;
      }
    }
    return size == tubes.length ? tubes : Arrays.copyOf(tubes, size);
  }

  private Picker[] compilePickers() {
    var demandById = new HashMap<Integer, Demand>();
    for (var demand : demands) {
      if (demand.carried) {
        demandById.put(demand.id, demand);
      }
    }
    var returnByTube = new HashMap<Integer, TubeReturn>();
    instance.returns().forEach(r -> returnByTube.put(r.tube(), r));
    var compiled = new Picker[instance.pickers().size()];
    for (int i = 0; i < compiled.length; i++) {
      InstancePicker picker = instance.pickers().get(i);
      var load =
          picker.initialLoad().stream()
              .sorted(Comparator.comparingInt(CarriedTube::tube))
              .map(c -> load(c, demandById, returnByTube.get(c.tube())))
              .toArray(Load[]::new);
      double overhead = instance.timing().travelOverheadSeconds();
      compiled[i] = new Picker(picker, i, overhead, reach(picker), load);
    }
    return compiled;
  }

  private Load load(CarriedTube carried, Map<Integer, Demand> demands, @Nullable TubeReturn back) {
    var demand = carried.request().isPresent() ? demands.get(carried.request().getAsInt()) : null;
    var rack = back == null ? null : racks[rackIds.index(back.rack())];
    double budget = budgetById.getOrDefault(carried.tube(), InstanceTube.UNLIMITED_SECONDS);
    return new Load(carried.tube(), budget, demand, rack, back == null ? 0 : back.level());
  }

  private Reach reach(InstancePicker picker) {
    var reach = new Reach(dewars.length, ports.length);
    picker.dewars().forEach(d -> reach.addDewar(dewarIds.index(d)));
    picker.ports().forEach(o -> reach.addPort(portIds.index(o)));
    return reach;
  }
}
