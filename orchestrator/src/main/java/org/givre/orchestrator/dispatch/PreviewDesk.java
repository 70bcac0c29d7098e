package org.givre.orchestrator.dispatch;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.RecipientRef;
import akka.actor.typed.javadsl.AskPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.givre.devices.dewar.DewarCommand;
import org.givre.devices.dewar.DewarCommand.DewarPicture;
import org.givre.devices.picker.PickerCommand;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.devices.port.PortCommand;
import org.givre.devices.port.PortCommand.PortPicture;
import org.givre.devices.rack.RackCommand;
import org.givre.devices.rack.RackCommand.RackPicture;
import org.givre.orchestrator.dispatch.DispatchRequest.DescribeWork;
import org.givre.orchestrator.dispatch.DispatchRequest.WorkPicture;
import org.givre.orchestrator.job.CompanyWait;
import org.givre.orchestrator.job.JobNotice.Intent;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.orchestrator.job.JobNotice.OpenRequest;
import org.givre.orchestrator.job.JobNotice.Why;
import org.givre.orchestrator.job.JobSpec;
import org.givre.orchestrator.job.Route;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;

/**
 * Makes plans that are only looked at: the work that dispatch has, further jobs that nobody has
 * submitted, and devices as they are or as if some were out of service. It asks and plans like a
 * round of dispatch, and tells nobody what comes of it. Safe for any thread.
 */
public final class PreviewDesk {
  private final ActorSystem<?> system;
  private final DispatchSite site;
  private final RecipientRef<DispatchRequest> dispatch;
  private final Executor executor;

  /**
   * A desk.
   *
   * @param executor plans; when it refuses work, so does the desk
   */
  public PreviewDesk(
      ActorSystem<?> system,
      DispatchSite site,
      RecipientRef<DispatchRequest> dispatch,
      Executor executor) {
    this.system = system;
    this.site = site;
    this.dispatch = dispatch;
    this.executor = executor;
  }

  /**
   * The plan that there would be.
   *
   * @param jobs besides those that wait
   * @param without names of pickers, dewars and ports that are taken to be out of service
   */
  public CompletionStage<Preview> preview(List<JobSpec> jobs, SortedSet<String> without) {
    var ids = jobs.stream().map(job -> new JobId(site.taskIds().get())).toList();
    return this.<DispatchRequest, WorkPicture>ask(dispatch, DescribeWork::new)
        .thenCompose(work -> surveyed(with(work, ids, jobs), without))
        .thenApplyAsync(survey -> new PreviewRound(site, ids, survey).run(), executor);
  }

  private WorkPicture with(WorkPicture work, List<JobId> ids, List<JobSpec> jobs) {
    var offers = new TreeMap<>(work.offers());
    for (int i = 0; i < jobs.size(); i++) {
      offers.put(ids.get(i), offer(ids.get(i), jobs.get(i)));
    }
    return new WorkPicture(work.state(), offers, work.over(), work.homeless(), work.startedAt());
  }

  private Offered offer(JobId id, JobSpec spec) {
    var open = new ArrayList<OpenRequest>();
    for (var request : spec.requests()) {
      open.add(new OpenRequest(open.size(), request.candidates(), Optional.empty(), false));
    }
    var now = site.time().now();
    return new Offered(
        id,
        spec,
        now,
        false,
        spec.priority(),
        Route.NONE,
        CompanyWait.NEVER,
        true,
        Intent.SERVE,
        open,
        Why.SUBMITTED);
  }

  private CompletionStage<Survey> surveyed(WorkPicture work, SortedSet<String> without) {
    var survey = new Survey(site, work);
    var pictures = racks(survey.racksToAsk());
    var store = site.store();
    store.pickers().forEach(p -> pictures.add(picker(p.id().value(), without)));
    store.dewars().forEach(d -> pictures.add(dewar(d.id().value(), without)));
    store.ports().forEach(p -> pictures.add(port(p.id().value(), without)));
    return heard(survey, pictures).thenCompose(seen -> heard(seen, racks(seen.furtherRacks())));
  }

  /** What devices say; who does not answer in time says nothing. */
  private static CompletionStage<Survey> heard(
      Survey survey, List<CompletableFuture<Consumer<Gathering>>> pictures) {
    return CompletableFuture.allOf(pictures.toArray(CompletableFuture<?>[]::new))
        .thenApply(
            all -> {
              pictures.forEach(picture -> survey.heard(picture.join()));
              return survey;
            });
  }

  private List<CompletableFuture<Consumer<Gathering>>> racks(
      SortedMap<RackId, SortedSet<TubeId>> racks) {
    var pictures = new ArrayList<CompletableFuture<Consumer<Gathering>>>();
    racks.forEach(
        (rack, tubes) ->
            pictures.add(
                picture(
                    this.<RackCommand, RackPicture>ask(
                        site.devices().rack(rack),
                        replyTo -> new RackCommand.Describe(tubes, replyTo)),
                    seen -> gathering -> gathering.add(seen))));
    return pictures;
  }

  private CompletableFuture<Consumer<Gathering>> picker(String id, SortedSet<String> without) {
    var asked =
        this.<PickerCommand, PickerPicture>ask(
            site.devices().picker(new PickerId(id)), PickerCommand.Describe::new);
    return picture(asked, seen -> gathering -> gathering.add(Absence.of(seen, without)));
  }

  private CompletableFuture<Consumer<Gathering>> dewar(String id, SortedSet<String> without) {
    var asked =
        this.<DewarCommand, DewarPicture>ask(
            site.devices().dewar(new DewarId(id)), DewarCommand.Describe::new);
    return picture(asked, seen -> gathering -> gathering.add(Absence.of(seen, without)));
  }

  private CompletableFuture<Consumer<Gathering>> port(String id, SortedSet<String> without) {
    var asked =
        this.<PortCommand, PortPicture>ask(
            site.devices().port(new PortId(id)), PortCommand.Describe::new);
    return picture(asked, seen -> gathering -> gathering.add(Absence.of(seen, without)));
  }

  private static <P> CompletableFuture<Consumer<Gathering>> picture(
      CompletionStage<P> asked, Function<P, Consumer<Gathering>> heard) {
    return asked
        .<Consumer<Gathering>>handle(
            (seen, silence) -> silence == null ? heard.apply(seen) : gathering -> {})
        .toCompletableFuture();
  }

  private <C, P> CompletionStage<P> ask(RecipientRef<C> whom, Function<ActorRef<P>, C> question) {
    return AskPattern.<C, P>ask(
        whom, question::apply, site.settings().timers().gathering(), system.scheduler());
  }
}
