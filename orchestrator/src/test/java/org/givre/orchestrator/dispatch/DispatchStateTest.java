package org.givre.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.givre.orchestrator.dispatch.planning.SmallStore.D1;
import static org.givre.orchestrator.dispatch.planning.SmallStore.OTHER_PICKER;
import static org.givre.orchestrator.dispatch.planning.SmallStore.P1;
import static org.givre.orchestrator.dispatch.planning.SmallStore.PICKER;
import static org.givre.orchestrator.dispatch.planning.SmallStore.rack;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.givre.devices.action.Action;
import org.givre.devices.journal.Cause;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.devices.rack.RackCommand.Found;
import org.givre.devices.rack.RackCommand.RackPicture;
import org.givre.orchestrator.dispatch.DispatchEvent.PlanAdopted;
import org.givre.orchestrator.dispatch.DispatchEvent.PlanBounded;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;
import org.givre.orchestrator.dispatch.DispatchEvent.SiteActed;
import org.givre.orchestrator.dispatch.DispatchEvent.TaskIssued;
import org.givre.orchestrator.dispatch.DispatchEvent.TaskSettled;
import org.givre.orchestrator.dispatch.planning.RequestKey;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.junit.jupiter.api.Test;

class DispatchStateTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final JobId JOB = new JobId("job-1");

  private final PlannedTask shallow = at(0, PICKER, lift("t1", 1, "A"));
  private final PlannedTask deep = at(60, OTHER_PICKER, lift("t2", 1, "B"));
  private final PlannedTask elsewhere = at(30, PICKER, lift("t3", 2, "C"));
  private final PlannedTask unload =
      at(90, PICKER, new UnloadTask("t4", P1, List.of(new TubeId("A"), new TubeId("C"))));

  private final DispatchState adopted =
      DispatchState.empty().adopted(plan(1, shallow, deep, elsewhere, unload));

  @Test
  void givesAPickerItsTasksInTheOrderOfThePlan() {
    assertThat(adopted.next(PICKER)).contains(shallow);
    var afterFirst = after(adopted, new TaskIssued("t1"), new TaskSettled("t1", true, false));
    assertThat(afterFirst.next(PICKER)).contains(elsewhere);
  }

  @Test
  void givesABusyPickerNothing() {
    assertThat(after(adopted, new TaskIssued("t1")).next(PICKER)).isEmpty();
  }

  @Test
  void letsALiftWaitForTheEarlierOneOfItsRack() {
    assertThat(adopted.waitsForRack(deep)).isTrue();
    assertThat(adopted.waitsForRack(elsewhere)).isFalse();
    assertThat(after(adopted, new TaskIssued("t1")).waitsForRack(deep)).isTrue();
    var settled = after(adopted, new TaskIssued("t1"), new TaskSettled("t1", true, false));
    assertThat(settled.waitsForRack(deep)).isFalse();
  }

  @Test
  void takesAHigherBoundOfItsOwnPlanAndNoOther() {
    var running = after(adopted, new TaskIssued("t1"));
    var bounded = after(running, new PlanBounded(running.version(), 95));
    assertThat(bounded.plan().orElseThrow().lowerBoundTubeSeconds()).isEqualTo(95);
    assertThat(bounded.waiting()).isEqualTo(running.waiting());
    assertThat(bounded.issued()).isEqualTo(running.issued());
    assertThat(after(bounded, new PlanBounded(running.version(), 93))).isEqualTo(bounded);
    assertThat(after(bounded, new PlanBounded(running.version() + 1, 99))).isEqualTo(bounded);
  }

  @Test
  void keepsIssuedTasksWhenAnotherPlanIsAdopted() {
    var next =
        after(adopted, new TaskIssued("t1")).adopted(plan(2, at(40, PICKER, lift("t5", 1, "B"))));
    assertThat(next.version()).isEqualTo(2);
    assertThat(next.issued()).containsOnlyKeys("t1");
    assertThat(next.waiting()).containsOnlyKeys("t5");
    assertThat(next.requestsToPick()).containsExactly(request("A"), request("B"));
  }

  @Test
  void freesWhatNoTaskPicksAnyMore() {
    var next = adopted.adopted(plan(2, at(40, PICKER, lift("t5", 1, "B"))));
    assertThat(next.toFree())
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    rack(D1, 1), new TreeMap<>(Map.of(JOB, List.of(new TubeId("A")))),
                    rack(D1, 2), new TreeMap<>(Map.of(JOB, List.of(new TubeId("C")))))));
    assertThat(next.toReserve())
        .isEqualTo(
            new TreeMap<>(
                Map.of(rack(D1, 1), new TreeMap<>(Map.of(JOB, List.of(new TubeId("B")))))));
  }

  @Test
  void findsWhatIsSetAsideForTasksThatAreNoMore() {
    var found = new TreeMap<TubeId, Found>();
    for (var tube : List.of("A", "B", "Z")) {
      var content = new Tube(new TubeId(tube), new SpecimenId("S"), "LCL", 1);
      found.put(content.id(), new Found(content, 1, new Well(0, 1), Optional.of(JOB)));
    }
    var rack = new RackPicture(rack(D1, 1), List.of(3), found, NOON);
    assertThat(adopted.stale(rack)).isEqualTo(Map.of(JOB, List.of(new TubeId("Z"))));
  }

  @Test
  void knowsWhichTubesAreOnTheirWayOut() {
    assertThat(adopted.tubesLeaving()).containsExactly(new TubeId("A"), new TubeId("C"));
    assertThat(adopted.isBegun(JOB)).isFalse();
    assertThat(after(adopted, new TaskIssued("t1")).isBegun(JOB)).isTrue();
  }

  @Test
  void ignoresATaskThatItDoesNotKnow() {
    assertThat(after(adopted, new TaskIssued("t0"), new TaskSettled("t0", true, false)))
        .isEqualTo(adopted);
  }

  @Test
  void remembersWhoHasStoppedTheSiteAndWhy() {
    var hold = new SiteActed(Action.of("a1", "holdAll").decided(Optional.empty()));
    var held = after(adopted, hold);
    assertThat(held.site()).isEqualTo(new SiteHold(true, NOON, "", 2));
    assertThat(after(held, hold).site()).isEqualTo(held.site());
    var refused = new SiteActed(Action.of("a2", "release").decided(Optional.of("revision-stale")));
    assertThat(after(held, refused).site()).isEqualTo(held.site());
    var released = after(held, new SiteActed(Action.of("a3", "release").decided(Optional.empty())));
    assertThat(released.site().held()).isFalse();
    assertThat(released.site().revision()).isEqualTo(3);
  }

  private static DispatchState after(DispatchState state, DispatchEvent... events) {
    var next = state;
    for (var event : events) {
      next = event.after(next, Cause.policy("test", "", ""), NOON);
    }
    return next;
  }

  private static PlanAdopted plan(long version, PlannedTask... tasks) {
    return new PlanAdopted(
        version, "submitted", "test", 1, 100, 90, 150, List.of(tasks), List.of(JOB));
  }

  private static PlannedTask at(int second, PickerId picker, PickerTask task) {
    var start = NOON.plusSeconds(second);
    return new PlannedTask(picker, task, start, start.plusSeconds(20), 25);
  }

  /** The request is the tube's letter, counted from A. */
  private static LiftTask lift(String id, int rack, String tube) {
    var pick = new TubeToPick(new TubeId(tube), 1, new Well(0, 1), JOB, number(tube));
    return new LiftTask(id, D1, rack(D1, rack), LiftMode.HOLD, List.of(pick));
  }

  private static RequestKey request(String tube) {
    return new RequestKey(JOB, number(tube));
  }

  private static int number(String tube) {
    return tube.charAt(0) - 'A';
  }
}
