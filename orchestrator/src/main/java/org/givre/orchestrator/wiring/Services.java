package org.givre.orchestrator.wiring;

import akka.Done;
import akka.actor.CoordinatedShutdown;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.givre.devices.action.Action;
import org.givre.devices.directory.DeviceDirectory;
import org.givre.devices.directory.DeviceSite;
import org.givre.devices.journal.Cause;
import org.givre.orchestrator.api.ApiLimits;
import org.givre.orchestrator.api.ApiParts;
import org.givre.orchestrator.api.HttpServer;
import org.givre.orchestrator.api.Operations;
import org.givre.orchestrator.api.SiteFacts;
import org.givre.orchestrator.dispatch.Dispatch;
import org.givre.orchestrator.dispatch.DispatchRequest;
import org.givre.orchestrator.dispatch.DispatchSite;
import org.givre.orchestrator.dispatch.ExplanationDesk;
import org.givre.orchestrator.dispatch.PreviewDesk;
import org.givre.orchestrator.dispatch.planning.PlanningRound;
import org.givre.orchestrator.feed.EventFeed;
import org.givre.orchestrator.feed.JournalFeed;
import org.givre.orchestrator.job.JobDirectory;
import org.givre.orchestrator.job.JobPhase;
import org.givre.orchestrator.job.LocalJobDirectory;
import org.givre.orchestrator.view.JobFilter;
import org.givre.orchestrator.view.View;
import org.givre.orchestrator.view.ViewUpdater;
import org.givre.orchestrator.wiring.JournalStart.WatchedJournal;
import org.givre.orchestrator.wiring.StartRefusal.Reason;
import org.givre.plans.search.WarmthPlanner;
import org.givre.plans.search.baseline.FirstComeFirstServed;
import org.givre.plans.store.JobId;

/** Starts what stands on the journal: devices, read models, jobs and dispatch, and the API. */
final class Services {
  /** Jobs that are woken at a time. */
  private static final int PAGE = 500;

  private final ActorSystem<?> system;
  private final Foundation foundation;
  private final WatchedJournal journal;

  Services(ActorSystem<?> system, Foundation foundation, WatchedJournal journal) {
    this.system = system;
    this.foundation = foundation;
    this.journal = journal;
  }

  /** Starts them; the server that is returned is not bound yet. */
  HttpServer start() {
    var site = foundation.site();
    var devices =
        Devices.start(
            system,
            new DeviceSite(
                foundation.store(), site.drivers(), foundation.ids(), foundation.time()));
    var feed = JournalFeed.of(system, foundation.settings().readJournal());
    var view = following(feed);
    var dispatch = dispatch(devices, view);
    var jobs =
        LocalJobDirectory.start(
            system, foundation.time(), directory -> Dispatch.create(dispatch, directory));
    wake(jobs, view);
    holdWhenFull(jobs.dispatch().narrow());
    var previews =
        new PreviewDesk(system, dispatch, jobs.dispatch().narrow(), foundation.previews());
    return HttpServer.of(
        new ApiParts(
            system,
            foundation.store(),
            foundation.time(),
            view,
            feed,
            jobs,
            jobs.dispatch().narrow(),
            devices,
            previews::preview,
            explanations(jobs.dispatch().narrow())::explained,
            new WorldLoading(site.world()),
            foundation.ids(),
            foundation.directory().uploads(),
            List.of(),
            operations(view),
            new SiteFacts(Version.OF_PRODUCT, "simulation", site.drivers().name()),
            ApiLimits.USUAL));
  }

  private ExplanationDesk explanations(ActorRef<DispatchRequest> dispatch) {
    return new ExplanationDesk(
        system, dispatch, ApiLimits.USUAL.answerWithin(), foundation.explanations());
  }

  private Operations operations(View view) {
    var metrics = new EngineMetrics(journal.store(), view);
    stopWithTheSystem("metrics", metrics::close);
    var root = foundation.directory().root();
    var backups = JournalBackups.of(journal.store(), root, foundation.ids());
    return new Operations(List.of(journal.watch()), journal.watch(), metrics::text, backups);
  }

  /** Without room for new events, what has begun is ended and nothing else begun. */
  private void holdWhenFull(ActorRef<DispatchRequest> dispatch) {
    journal
        .watch()
        .whenFull(
            why -> {
              var hold = Action.of(foundation.ids().get(), "holdAll");
              var cause =
                  new Cause(Cause.Kind.POLICY, "disk-guard", why, "", "action " + hold.id());
              dispatch.tell(new DispatchRequest.ActSite(hold, cause, system.ignoreRef()));
            });
  }

  private View following(EventFeed feed) {
    var view = new View(foundation.store(), system.executionContext());
    var updater = new ViewUpdater(view, feed, system);
    try {
      updater.catchUp().toCompletableFuture().join();
    } catch (CompletionException unreadable) {
      throw new StartRefusal(
          Reason.JOURNAL,
          "The journal cannot be read: %s. Restore it from a backup."
              .formatted(unreadable.getCause()),
          unreadable);
    }
    stopWithTheSystem("view", updater.follow()::shutdown);
    return view;
  }

  /** Before the actors. */
  private void stopWithTheSystem(String what, Runnable stop) {
    CoordinatedShutdown.get(system)
        .addTask(
            CoordinatedShutdown.PhaseBeforeActorSystemTerminate(),
            what,
            () -> {
              stop.run();
              return CompletableFuture.completedFuture(Done.done());
            });
  }

  private DispatchSite dispatch(DeviceDirectory devices, View view) {
    var round =
        new PlanningRound(
            new WarmthPlanner(), FirstComeFirstServed.oneLiftPerTube(), System::nanoTime);
    return new DispatchSite(
        foundation.store(),
        devices,
        view.tubes(),
        round,
        foundation.planner(),
        foundation.ids(),
        foundation.time(),
        foundation.settings().dispatch().withSeed(foundation.seed()));
  }

  /** Every job that is not over offers itself again. */
  private static void wake(JobDirectory jobs, View view) {
    var waiting = Arrays.stream(JobPhase.values()).filter(phase -> !phase.terminal()).toList();
    var filter =
        new JobFilter(new TreeSet<>(waiting), Optional.empty(), new TreeMap<>(), Optional.empty());
    var after = Optional.<JobId>empty();
    var page = view.jobs().jobs(filter, false, after, PAGE);
    while (!page.isEmpty()) {
      page.forEach(job -> jobs.job(job.id()));
      after = Optional.of(page.get(page.size() - 1).id());
      page = view.jobs().jobs(filter, false, after, PAGE);
    }
  }
}
