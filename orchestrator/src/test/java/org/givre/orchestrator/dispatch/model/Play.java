package org.givre.orchestrator.dispatch.model;

import akka.actor.typed.ActorRef;
import akka.actor.typed.RecipientRef;
import akka.actor.typed.javadsl.AskPattern;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.dewar.DewarCommand;
import org.givre.devices.journal.Cause;
import org.givre.devices.picker.PickerCommand;
import org.givre.devices.port.PortCommand;
import org.givre.devices.sim.TubeTruth;
import org.givre.orchestrator.dispatch.CompanySettings;
import org.givre.orchestrator.dispatch.DispatchRequest;
import org.givre.orchestrator.dispatch.DispatchRequest.SitePicture;
import org.givre.orchestrator.dispatch.DispatchSettings;
import org.givre.orchestrator.dispatch.DispatchTimers;
import org.givre.orchestrator.dispatch.EngineBench;
import org.givre.orchestrator.dispatch.PlanningSettings;
import org.givre.orchestrator.dispatch.planning.SmallStore;
import org.givre.orchestrator.job.JobCommand;
import org.givre.orchestrator.job.JobSpec;
import org.givre.orchestrator.job.JobState;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.StoreDefinition;

/** A script being played on an engine, and everything that was said. */
final class Play implements AutoCloseable {
  /** On the wall: far beyond what anything here takes, on any machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Longer than a carrier with a limit for a test keeps anything. */
  private static final Duration LONG = Duration.ofSeconds(100);

  private static final long LOOK_AGAIN_NANOS = 2_000_000;

  private static final StoreDefinition STORE = SmallStore.definition();

  private final Script script;
  private final EngineBench engine;
  private final List<Sent> sent = new ArrayList<>();
  private final List<JobState> seen = new ArrayList<>();
  private final List<Instant> starts = new ArrayList<>();
  private final TreeSet<String> submitted = new TreeSet<>();

  Play(Script script, Path directory) {
    this.script = script;
    engine = new EngineBench(STORE, directory, script.speed(), script.seed(), settings(script));
    engine.start();
    engine.load(script.inventory());
  }

  private static DispatchSettings settings(Script script) {
    var planning =
        new PlanningSettings(
            Duration.ofMillis(300),
            Duration.ofSeconds(5),
            Duration.ofMillis(4),
            Duration.ofMillis(20),
            0.005,
            script.seed());
    var timers =
        new DispatchTimers(
            Duration.ofMillis(4),
            Duration.ofMillis(20),
            Duration.ofSeconds(5),
            Duration.ofMillis(50),
            Duration.ofMillis(500),
            Duration.ofSeconds(2));
    var company = script.longestWait().map(Play::company).orElse(CompanySettings.OFF);
    return new DispatchSettings(planning, timers, company, script.carrierHold());
  }

  private static CompanySettings company(Duration longestWait) {
    return new CompanySettings(true, longestWait, 0.7, Duration.ofSeconds(10), 7);
  }

  Script script() {
    return script;
  }

  EngineBench engine() {
    return engine;
  }

  List<Sent> sent() {
    return sent;
  }

  /** Every job as it was ever seen. */
  List<JobState> seen() {
    return seen;
  }

  /** When the engine was started again. */
  List<Instant> starts() {
    return starts;
  }

  void submit(Step.Submit step) {
    submitted.add(step.job());
    var now = engine.time().now();
    var spec =
        new JobSpec(
            "retrieve",
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>(),
            step.priority(),
            step.notBefore().map(now::plus),
            step.due().map(now::plus),
            step.deadline().map(now::plus),
            step.hold(),
            step.port(),
            step.requests(),
            Optional.empty(),
            Optional.empty());
    var cause = new Cause(Cause.Kind.CLIENT, "lims", "", step.job(), "");
    RecipientRef<JobCommand> job = engine.jobs().job(new JobId(step.job()));
    CompletableFuture<JobCommand.Answer> answer =
        ask(job, replyTo -> new JobCommand.Submit(spec, cause, replyTo));
    answer.join().state().ifPresent(seen::add);
  }

  void restart() {
    engine.restart();
    starts.add(engine.time().now());
  }

  void say(Target target, List<Verb> verbs) {
    var acts = verbs.stream().map(verb -> send(target, verb)).toList();
    acts.forEach(act -> act.coming().join());
    if (target.kind() == Target.Kind.JOB) {
      describe(target.id());
    } else if (target.kind() != Target.Kind.SITE) {
      dispatchMust(new DispatchRequest.DevicesChanged(verbs + ":" + target.id()));
    }
  }

  private void dispatchMust(DispatchRequest request) {
    engine.jobs().dispatch().tell(request);
  }

  Sent send(Target target, Verb verb) {
    var action = verb.action("action-" + (sent.size() + 1), revision(target));
    var cause = action.cause("operator", "because", "");
    CompletableFuture<ActionAnswer> coming =
        switch (target.kind()) {
          case JOB -> ask(job(target.id()), r -> new JobCommand.Act(action, cause, r));
          case PICKER -> ask(picker(target.id()), r -> new PickerCommand.Act(action, cause, r));
          case DEWAR -> ask(dewar(target.id()), r -> new DewarCommand.Act(action, cause, r));
          case PORT -> ask(port(target.id()), r -> new PortCommand.Act(action, cause, r));
          case SITE -> ask(dispatch(), r -> new DispatchRequest.ActSite(action, cause, r));
        };
    var act = new Sent(target, action, coming);
    sent.add(act);
    return act;
  }

  private long revision(Target target) {
    return switch (target.kind()) {
      case JOB -> describe(target.id()).map(JobState::revision).orElse(0L);
      case PICKER -> picker(target.id(), p -> p.service().revision());
      case DEWAR ->
          this.<DewarCommand, DewarCommand.DewarPicture>ask(
                  dewar(target.id()), DewarCommand.Describe::new)
              .join()
              .service()
              .revision();
      case PORT ->
          this.<PortCommand, PortCommand.PortPicture>ask(
                  port(target.id()), PortCommand.Describe::new)
              .join()
              .service()
              .revision();
      case SITE -> site().revision();
    };
  }

  private RecipientRef<JobCommand> job(String id) {
    return engine.jobs().job(new JobId(id));
  }

  private RecipientRef<PickerCommand> picker(String id) {
    return engine.devices().picker(new PickerId(id));
  }

  private RecipientRef<DewarCommand> dewar(String id) {
    return engine.devices().dewar(new DewarId(id));
  }

  private RecipientRef<PortCommand> port(String id) {
    return engine.devices().port(new PortId(id));
  }

  private ActorRef<DispatchRequest> dispatch() {
    return engine.jobs().dispatch().narrow();
  }

  private <T> T picker(String id, Function<PickerCommand.PickerPicture, T> what) {
    return what.apply(
        this.<PickerCommand, PickerCommand.PickerPicture>ask(
                picker(id), PickerCommand.Describe::new)
            .join());
  }

  SitePicture site() {
    return this.<DispatchRequest, SitePicture>ask(dispatch(), DispatchRequest.DescribeSite::new)
        .join();
  }

  private <C, A> CompletableFuture<A> ask(RecipientRef<C> whom, Function<ActorRef<A>, C> what) {
    return AskPattern.<C, A>ask(whom, what::apply, PATIENCE, engine.system().scheduler())
        .toCompletableFuture();
  }

  Optional<JobState> describe(String id) {
    var state =
        this.<JobCommand, JobCommand.Answer>ask(job(id), JobCommand.Describe::new).join().state();
    state.ifPresent(seen::add);
    return state;
  }

  void waitFor(Step.Wait step) {
    var end = engine.time().now().plus(step.most());
    var before = describe(step.job());
    before.ifPresent(
        job ->
            await(
                () ->
                    engine.time().now().isAfter(end)
                        || describe(step.job()).stream()
                            .anyMatch(now -> step.until().isSeen(job, now)),
                "time"));
  }

  /** Waits until {@code seen}, and not for ever. */
  private void await(BooleanSupplier condition, String what) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("there was no end of waiting for " + what);
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  /** Gives everything free that was held, and waits until all jobs are over and robots at rest. */
  void finish() {
    Target.devices()
        .forEach(device -> say(device, List.of(Verb.of("resume"), Verb.of("returnToService"))));
    if (script.coldEnd()) {
      say(Target.SITE, List.of(Verb.of("holdAll")));
      await(() -> site().atRest() && isCold(), "everything to be cold");
    }
    say(Target.SITE, List.of(Verb.of("release")));
    for (var job : submitted) {
      say(Target.job(job), List.of(Verb.of("release"), Verb.of("reroute"), Verb.of("resume")));
    }
    submitted.forEach(job -> await(() -> isOver(job), "the end of " + job));
    await(() -> site().atRest() && carried() == 0 && isIdle(), "robots to be at rest");
  }

  private boolean isOver(String job) {
    return describe(job).orElseThrow().phase().terminal();
  }

  /** Whether carriers have nothing that they cannot hold for long. */
  private boolean isCold() {
    return script.carrierHold().compareTo(LONG) > 0 || carried() == 0;
  }

  private int carried() {
    return STORE.pickers().stream()
        .mapToInt(p -> picker(p.id().value(), picture -> picture.carrier().size()))
        .sum();
  }

  private boolean isIdle() {
    return STORE.pickers().stream()
        .allMatch(p -> picker(p.id().value(), picture -> picture.task().isEmpty()));
  }

  /** All that was journalled, in the order in which it was written. */
  List<Entry> journal() {
    var entries = new ArrayList<Entry>();
    for (var event : engine.journal()) {
      entries.add(new Entry(entries.size(), event.persistenceId(), event.recorded()));
    }
    return entries;
  }

  /** How every job stands, in words. */
  List<String> standings() {
    return submitted.stream().map(job -> describe(job).map(Object::toString).orElse(job)).toList();
  }

  List<TubeTruth> truth() {
    return engine.truth();
  }

  @Override
  public void close() {
    engine.close();
  }
}
