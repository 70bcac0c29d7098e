package org.givre.orchestrator.dispatch.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.action.Service;
import org.givre.devices.action.Service.Mode;
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
import org.givre.orchestrator.job.CompanyWait;
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
public final class PlanningBench {
  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private final StoreDefinition store = SmallStore.definition();
  private final SortedMap<TubeId, RackId> located = new TreeMap<>();
  private final SortedMap<RackId, SortedMap<TubeId, Found>> found = new TreeMap<>();
  private final SortedMap<RackId, Instant> notBefore = new TreeMap<>();
  private final SortedMap<DewarId, DewarPicture> dewars = new TreeMap<>();
  private final SortedMap<PickerId, PickerPicture> pickers = new TreeMap<>();
  private final SortedMap<PortId, PortPicture> ports = new TreeMap<>();
  private final List<Offered> jobs = new ArrayList<>();
  private final SortedSet<JobId> over = new TreeSet<>();
  private final SortedSet<TubeId> homeless = new TreeSet<>();
  private boolean held;
  private final List<RunningTask> running = new ArrayList<>();

  /** A store where nothing has happened yet. */
  public PlanningBench() {
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
    return picker(picker, state, Mode.IN_SERVICE, station, carried);
  }

  PlanningBench picker(
      PickerId picker, State state, Mode mode, String station, Carried... carried) {
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
            new Service(mode, NOW, "worn", 2)));
    return this;
  }

  PlanningBench dewarOutOfService(DewarId dewar) {
    var service = new Service(Mode.DRAINED, NOW, "leaks", 2);
    dewars.put(dewar, new DewarPicture(dewar, 0, Optional.empty(), service));
    return this;
  }

  PlanningBench portOutOfService(PortId port) {
    var service = new Service(Mode.PAUSED, NOW, "jammed", 2);
    ports.put(port, new PortPicture(port, 96, Optional.empty(), service));
    return this;
  }

  PlanningBench over(String job) {
    over.add(new JobId(job));
    return this;
  }

  PlanningBench homeless(String barcode) {
    homeless.add(tube(barcode));
    return this;
  }

  PlanningBench siteHeld() {
    held = true;
    return this;
  }

  PlanningBench known(RackId rack) {
    found.computeIfAbsent(rack, r -> new TreeMap<>());
    return this;
  }

  PlanningBench silentPicker(PickerId picker) {
    pickers.remove(picker);
    return this;
  }

  /** From the second box of the first rack, a minute ago. */
  static Carried carried(String barcode, String job, int request) {
    return carried(barcode, job, request, 60);
  }

  static Carried carried(String barcode, String job, int request, int secondsAgo) {
    return new Carried(
        tube(barcode),
        new JobId(job),
        request,
        new Position(SmallStore.rack(SmallStore.D1, 1), 2, new Well(0, 3)),
        NOW.minusSeconds(secondsAgo));
  }

  PlanningBench docked(PortId port, String taskId) {
    ports.put(port, new PortPicture(port, 96, Optional.of(taskId), Service.UNTOUCHED));
    return this;
  }

  /** A tube that nobody has set aside. */
  public PlanningBench stands(String barcode, RackId rack, int level) {
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

  /** A job, and which of its tubes are in carriers. */
  public PlanningBench job(String id, JobSpec spec, boolean begun, List<String> inTransit) {
    return job(id, spec, begun, inTransit, List.of());
  }

  PlanningBench job(
      String id, JobSpec spec, boolean begun, List<String> inTransit, List<String> unwanted) {
    var open = new ArrayList<OpenRequest>();
    for (int i = 0; i < spec.requests().size(); i++) {
      var candidates = spec.requests().get(i).candidates();
      var carried = candidates.stream().filter(t -> inTransit.contains(t.value())).findFirst();
      var skipped = candidates.stream().anyMatch(t -> unwanted.contains(t.value()));
      open.add(new OpenRequest(i, candidates, carried, skipped));
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
            CompanyWait.NEVER,
            false,
            Intent.SERVE,
            open,
            Why.SUBMITTED));
    return this;
  }

  /** The job that was added last wants something else, or another way. */
  PlanningBench but(Intent intent, Route route, int priority) {
    var last = jobs.remove(jobs.size() - 1);
    jobs.add(
        new Offered(
            last.job(),
            last.spec(),
            last.submittedAt(),
            last.begun(),
            priority,
            route,
            last.company(),
            last.goesAlone(),
            intent,
            last.open(),
            last.why()));
    return this;
  }

  PlanningBench but(Intent intent) {
    return but(intent, Route.NONE, 5);
  }

  PlanningBench but(Route route) {
    return but(Intent.SERVE, route, 5);
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

  /** The problem that comes of it. */
  public PlanningProblem problem() {
    var racks = new TreeMap<RackId, RackPicture>();
    found.forEach((rack, tubes) -> racks.put(rack, picture(rack, tubes)));
    var serving = jobs.stream().filter(job -> !held && job.intent() == Intent.SERVE).toList();
    return new InstanceBuilder(store)
        .build(
            new PlanningInput(
                "plan-1",
                new PlanClock(NOW),
                serving,
                running,
                new StorePicture(racks, dewars, pickers, ports),
                located,
                carriers(),
                contents()));
  }

  private CarrierRules carriers() {
    var offers = new TreeMap<JobId, Offered>();
    jobs.forEach(job -> offers.put(job.job(), job));
    var limits = new TreeMap<PickerId, Duration>();
    store.pickers().forEach(picker -> limits.put(picker.id(), Duration.ofMinutes(30)));
    return new CarrierRules(offers, over, held, limits, homeless, NOW);
  }

  private SortedMap<TubeId, Tube> contents() {
    var contents = new TreeMap<TubeId, Tube>();
    pickers.values().stream()
        .flatMap(picker -> picker.carrier().stream())
        .forEach(
            c ->
                contents.put(
                    c.tube(), new Tube(c.tube(), new SpecimenId("S-" + c.tube()), "LCL", 1)));
    return contents;
  }

  private RackPicture picture(RackId rack, SortedMap<TubeId, Found> tubes) {
    var since = notBefore.getOrDefault(rack, Instant.EPOCH);
    return new RackPicture(rack, List.of(50, 50, 50), tubes, since);
  }
}
