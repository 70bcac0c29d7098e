package org.givre.orchestrator.dispatch.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.devices.action.Service;
import org.givre.devices.dewar.DewarCommand.DewarPicture;
import org.givre.devices.dewar.DewarCommand.Holder;
import org.givre.devices.picker.PickerCommand.Carried;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.devices.picker.PickerCommand.State;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.devices.port.PortCommand.PortPicture;
import org.givre.devices.rack.RackCommand.Found;
import org.givre.devices.rack.RackCommand.RackPicture;
import org.givre.orchestrator.job.JobNotice.Intent;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.orchestrator.job.JobNotice.OpenRequest;
import org.givre.orchestrator.job.JobNotice.Why;
import org.givre.orchestrator.job.JobSpec;
import org.givre.orchestrator.job.Route;
import org.givre.orchestrator.job.SampleJobs;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.StoreDefinition;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;

/** A small store in any state, and jobs that wait for it. Every box holds 50 tubes. */
final class PlanningBench {
  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  /** Where everything in a carrier has come from. */
  private static final Position ORIGIN =
      new Position(SmallStore.rack(SmallStore.D1, 1), 1, Well.parse("A1"));

  private final StoreDefinition store = SmallStore.definition();
  private final SortedMap<TubeId, RackId> located = new TreeMap<>();
  private final SortedMap<RackId, SortedMap<TubeId, Found>> found = new TreeMap<>();
  private final SortedMap<RackId, Instant> notBefore = new TreeMap<>();
  private final SortedMap<DewarId, DewarPicture> dewars = new TreeMap<>();
  private final SortedMap<PickerId, PickerPicture> pickers = new TreeMap<>();
  private final SortedMap<PortId, PortPicture> ports = new TreeMap<>();
  private final List<Offered> jobs = new ArrayList<>();
  private final List<RunningTask> running = new ArrayList<>();

  PlanningBench() {
    store.dewars().forEach(d -> dewar(d.id(), 0, Optional.empty()));
    store.pickers().forEach(p -> picker(p.id(), State.AVAILABLE, ""));
    store
        .ports()
        .forEach(
            p ->
                ports.put(
                    p.id(), new PortPicture(p.id(), 96, Optional.empty(), Service.UNTOUCHED)));
  }

  static TubeId tube(String barcode) {
    return new TubeId(barcode);
  }

  PlanningBench dewar(DewarId dewar, int slot, Optional<Holder> holder) {
    dewars.put(dewar, new DewarPicture(dewar, slot, holder, Service.UNTOUCHED));
    return this;
  }

  PlanningBench picker(PickerId picker, State state, String station, Carried... carried) {
    var reason = state == State.FAULT ? "grip.slipped" : "";
    pickers.put(
        picker,
        new PickerPicture(
            picker,
            state,
            NOW,
            reason,
            station,
            List.of(carried),
            Optional.empty(),
            Service.UNTOUCHED));
    return this;
  }

  PlanningBench silentPicker(PickerId picker) {
    pickers.remove(picker);
    return this;
  }

  static Carried carried(String barcode, String job, int request) {
    return new Carried(tube(barcode), new JobId(job), request, ORIGIN, NOW);
  }

  PlanningBench docked(PortId port, String taskId) {
    ports.put(port, new PortPicture(port, 96, Optional.of(taskId), Service.UNTOUCHED));
    return this;
  }

  PlanningBench stands(String barcode, RackId rack, int level) {
    return stands(barcode, rack, level, Optional.empty());
  }

  PlanningBench stands(String barcode, RackId rack, int level, Optional<JobId> holder) {
    var id = tube(barcode);
    located.put(id, rack);
    var content = new Tube(id, new SpecimenId("S-" + barcode), "LCL", 1);
    found
        .computeIfAbsent(rack, r -> new TreeMap<>())
        .put(id, new Found(content, level, new Well(0, 1), holder));
    return this;
  }

  PlanningBench recooling(RackId rack, Instant until) {
    notBefore.put(rack, until);
    return this;
  }

  /** The index says that a tube stands in a rack, which knows nothing of it. */
  PlanningBench rumoured(String barcode, RackId rack) {
    located.put(tube(barcode), rack);
    found.computeIfAbsent(rack, r -> new TreeMap<>());
    return this;
  }

  /** A job; those added first came first. */
  PlanningBench job(String id, JobSpec spec) {
    return job(id, spec, false, List.of());
  }

  PlanningBench job(String id, JobSpec spec, boolean begun, List<String> inTransit) {
    var open = new ArrayList<OpenRequest>();
    for (int i = 0; i < spec.requests().size(); i++) {
      var candidates = spec.requests().get(i).candidates();
      var carried = candidates.stream().filter(t -> inTransit.contains(t.value())).findFirst();
      open.add(new OpenRequest(i, candidates, carried, false));
    }
    var submitted = NOW.minusSeconds(100 - jobs.size());
    jobs.add(
        new Offered(
            new JobId(id),
            spec,
            submitted,
            begun,
            spec.priority(),
            Route.NONE,
            Intent.SERVE,
            open,
            Why.SUBMITTED));
    return this;
  }

  PlanningBench job(String id, String... tubes) {
    var requests = new ArrayList<JobSpec.TubeRequest>();
    for (var alternatives : tubes) {
      requests.add(SampleJobs.anyOf(alternatives.split("\\|")));
    }
    return job(id, SampleJobs.spec(requests.toArray(JobSpec.TubeRequest[]::new)));
  }

  PlanningBench runs(PickerId picker, PickerTask task, int secondsLeft) {
    running.add(
        new RunningTask(
            picker, task, NOW.plusSeconds(secondsLeft), Duration.ofSeconds(secondsLeft + 10)));
    return this;
  }

  static LiftTask lift(String id, DewarId dewar, RackId rack, TubeToPick... picks) {
    return new LiftTask(id, dewar, rack, LiftMode.HOLD, List.of(picks));
  }

  static TubeToPick pick(String barcode, int level, String job, int request) {
    return new TubeToPick(tube(barcode), level, new Well(0, 1), new JobId(job), request);
  }

  static UnloadTask unload(String id, PortId port, String... barcodes) {
    return new UnloadTask(id, port, List.of(barcodes).stream().map(TubeId::new).toList());
  }

  PlanningProblem problem() {
    var racks = new TreeMap<RackId, RackPicture>();
    found.forEach((rack, tubes) -> racks.put(rack, picture(rack, tubes)));
    return new InstanceBuilder(store)
        .build(
            new PlanningInput(
                "plan-1",
                new PlanClock(NOW),
                jobs,
                running,
                new StorePicture(racks, dewars, pickers, ports),
                located));
  }

  private RackPicture picture(RackId rack, SortedMap<TubeId, Found> tubes) {
    var since = notBefore.getOrDefault(rack, Instant.EPOCH);
    return new RackPicture(rack, List.of(50, 50, 50), tubes, since);
  }
}
