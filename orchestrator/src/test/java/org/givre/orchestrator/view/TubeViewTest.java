package org.givre.orchestrator.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.givre.orchestrator.view.JournalByHand.motion;
import static org.givre.orchestrator.view.SmallStore.R1;
import static org.givre.orchestrator.view.SmallStore.R3;
import static org.givre.orchestrator.view.SmallStore.standing;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.givre.devices.driver.Motion;
import org.givre.devices.picker.PickerEvent.OrderCreated;
import org.givre.devices.picker.PickerEvent.Purpose;
import org.givre.devices.picker.PickerEvent.TaskTaken;
import org.givre.devices.picker.PickerEvent.TubeMissed;
import org.givre.devices.picker.PickerEvent.TubePicked;
import org.givre.devices.picker.PickerEvent.TubePlaced;
import org.givre.devices.picker.PickerEvent.TubeUnloaded;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.picker.PickerTask.TubeToPlace;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.orchestrator.view.CustodyEntry.What;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.JobId;
import org.givre.plans.store.Position;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TubeViewTest {
  private static final JobId JOB = new JobId("01J00000000000000000000000");
  private static final JobId LATER = new JobId("01J00000000000000000000001");
  private static final TubeId T1 = new TubeId("T1");
  private static final TubeId T2 = new TubeId("T2");
  private static final DewarId D1 = new DewarId("D1");
  private static final String PICKER = "picker|picker-1";

  private final JournalByHand journal = new JournalByHand();
  private final View view = new View(SmallStore.definition(), Runnable::run);
  private final TubeView tubes = view.tubes();

  @BeforeEach
  void fillTheStore() {
    view.apply(journal.imported(R1, standing(1, "S1", 2, 2, "A3"), standing(2, "S1", 1, 3, "B5")));
    view.apply(journal.imported(R3, standing(3, "S2", 1, 1, "A1")));
  }

  private void lift() {
    var pick = new TubeToPick(T1, 2, Well.parse("A3"), JOB, 0);
    var other = new TubeToPick(T2, 3, Well.parse("B5"), JOB, 1);
    var task = new LiftTask("lift-1", new DewarId("D1"), R1, LiftMode.HOLD, List.of(pick, other));
    view.apply(journal.event(PICKER, new TaskTaken(task)));
    view.apply(journal.event(PICKER, new OrderCreated("o1", 1, 1, Purpose.WORK, "D1", List.of())));
  }

  private void pick() {
    lift();
    view.apply(
        journal.event(PICKER, new TubePicked("o1", 0, T1, motion(Motion.Kind.PICK, T1, 10, 5))));
  }

  private void unload() {
    pick();
    view.apply(
        journal.event(PICKER, new TaskTaken(new UnloadTask("u1", SmallStore.PORT, List.of(T1)))));
    view.apply(journal.event(PICKER, new OrderCreated("o2", 2, 1, Purpose.WORK, "P1", List.of(4))));
    view.apply(
        journal.event(
            PICKER, new TubeUnloaded("o2", 0, T1, 4, motion(Motion.Kind.UNLOAD, T1, 60, 2))));
  }

  @Test
  void showsAnImportedTubeInItsWell() {
    var tube = tubes.tube(T1).orElseThrow();

    assertThat(tube.state()).isEqualTo(TubeState.STORED);
    assertThat(tube.confidence()).isEqualTo(Confidence.ASSUMED);
    assertThat(tube.place())
        .isEqualTo(new Place.InRack(new DewarId("D1"), new Position(R1, 2, Well.parse("A3"))));
    assertThat(tubes.rackOf(T1)).contains(R1);
    assertThat(tubes.tubeAt(R1, 2, Well.parse("A3"))).contains(T1);
    assertThat(tubes.standing()).isEqualTo(3);
  }

  @Test
  void knowsNothingOfStrangers() {
    var stranger = new TubeId("X");

    assertThat(tubes.tube(stranger)).isEmpty();
    assertThat(tubes.rackOf(stranger)).isEmpty();
    assertThat(tubes.history(stranger)).isEmpty();
    assertThat(tubes.exposure(stranger)).isEmpty();
    assertThat(tubes.ofSpecimen(new SpecimenId("X"))).isEmpty();
    assertThat(tubes.tubeAt(R1, 4, Well.parse("A1"))).isEmpty();
    assertThat(tubes.tubeAt(R1, 1, Well.parse("C1"))).isEmpty();
  }

  @Test
  void movesAPickedTubeIntoTheCarrier() {
    pick();

    var tube = tubes.tube(T1).orElseThrow();
    assertThat(tube.state()).isEqualTo(TubeState.IN_TRANSIT);
    assertThat(tube.place()).isEqualTo(new Place.InCarrier(SmallStore.PICKER));
    assertThat(tubes.rackOf(T1)).isEmpty();
    assertThat(tubes.tubeAt(R1, 2, Well.parse("A3"))).isEmpty();
  }

  @Test
  void handsAnUnloadedTubeOverAtItsSlot() {
    unload();

    var tube = tubes.tube(T1).orElseThrow();
    assertThat(tube.state()).isEqualTo(TubeState.DELIVERED);
    assertThat(tube.confidence()).isEqualTo(Confidence.CONFIRMED);
    assertThat(tube.place()).isEqualTo(new Place.AtPort(SmallStore.PORT, 4));
  }

  @Test
  void tellsTheWholeCustodyInOrder() {
    unload();

    var history = tubes.history(T1);
    assertThat(history)
        .extracting(CustodyEntry::what)
        .containsExactly(What.IMPORTED, What.PICKED, What.UNLOADED);
    assertThat(history).extracting(CustodyEntry::offset).isSorted();
    assertThat(history.get(0).from()).isEmpty();
    assertThat(history.get(1).from()).isEqualTo(history.get(0).to());
    assertThat(history.get(2).from()).isEqualTo(history.get(1).to());
    assertThat(history.get(1).at()).isEqualTo(JournalByHand.START.plusSeconds(15));
    assertThat(history.get(1).job()).contains(JOB);
    assertThat(history.get(2).job()).contains(JOB);
    assertThat(history.get(2).by()).isEqualTo(new CustodyEntry.By(true, "picker-1"));
  }

  @Test
  void doesNotBelieveInAMissedTubeAnyMore() {
    lift();
    view.apply(journal.event(PICKER, new TubeMissed("o1", 0, T2, Finding.EMPTY, List.of())));

    var tube = tubes.tube(T2).orElseThrow();
    assertThat(tube.state()).isEqualTo(TubeState.UNVERIFIED);
    assertThat(tube.confidence()).isEqualTo(Confidence.UNVERIFIED);
    assertThat(tube.place())
        .isEqualTo(new Place.InRack(new DewarId("D1"), new Position(R1, 3, Well.parse("B5"))));
    assertThat(tubes.rackOf(T2)).isEmpty();
    assertThat(tubes.history(T2)).extracting(CustodyEntry::what).endsWith(What.MISSED);
  }

  /** T1 goes to another well than it came from. */
  private void orderToPutBack() {
    pick();
    var tube = standing(1, "S1", 2, 1, "B4").tube();
    var put = new TubeToPlace(tube, 1, Well.parse("B4"), JOB, 0);
    view.apply(journal.event(PICKER, new TaskTaken(new PlaceTask("p1", D1, R1, List.of(put)))));
    view.apply(journal.event(PICKER, new OrderCreated("o2", 2, 1, Purpose.WORK, "D1", List.of())));
  }

  private void putBack() {
    orderToPutBack();
    view.apply(
        journal.event(PICKER, new TubePlaced("o2", 0, T1, motion(Motion.Kind.PLACE, T1, 60, 4))));
  }

  @Test
  void letsATubeStandAgainWhereARobotHasPutIt() {
    putBack();

    var tube = tubes.tube(T1).orElseThrow();
    assertThat(tube.state()).isEqualTo(TubeState.STORED);
    assertThat(tube.confidence()).isEqualTo(Confidence.CONFIRMED);
    assertThat(tube.place()).isEqualTo(new Place.InRack(D1, new Position(R1, 1, Well.parse("B4"))));
    assertThat(tubes.rackOf(T1)).contains(R1);
    assertThat(tubes.tubeAt(R1, 1, Well.parse("B4"))).contains(T1);
    assertThat(tubes.tubeAt(R1, 2, Well.parse("A3"))).isEmpty();
    assertThat(tubes.standing()).isEqualTo(3);
  }

  @Test
  void tellsTheWholeWayOfATubeThatWasPutBackAndPickedAgain() {
    putBack();
    view.apply(
        journal.event(
            PICKER,
            new TaskTaken(
                new LiftTask(
                    "lift-2",
                    D1,
                    R1,
                    LiftMode.HOLD,
                    List.of(new TubeToPick(T1, 1, Well.parse("B4"), LATER, 0))))));
    view.apply(journal.event(PICKER, new OrderCreated("o3", 3, 1, Purpose.WORK, "D1", List.of())));
    view.apply(
        journal.event(PICKER, new TubePicked("o3", 0, T1, motion(Motion.Kind.PICK, T1, 90, 5))));

    var history = tubes.history(T1);
    assertThat(history)
        .extracting(CustodyEntry::what)
        .containsExactly(What.IMPORTED, What.PICKED, What.PLACED, What.PICKED);
    for (int i = 1; i < history.size(); i++) {
      assertThat(history.get(i).from()).isEqualTo(history.get(i - 1).to());
    }
    assertThat(history.get(2).at()).isEqualTo(JournalByHand.START.plusSeconds(64));
    assertThat(history)
        .extracting(CustodyEntry::job)
        .endsWith(Optional.of(JOB), Optional.of(LATER));
    assertThat(tubes.tube(T1).orElseThrow().place())
        .isEqualTo(new Place.InCarrier(SmallStore.PICKER));
    assertThat(tubes.tubeAt(R1, 1, Well.parse("B4"))).isEmpty();
  }

  @Test
  void leavesATubeInTheCarrierWhoseWellWasTaken() {
    orderToPutBack();
    view.apply(journal.event(PICKER, new TubeMissed("o2", 0, T1, Finding.MISMATCH, List.of())));

    var tube = tubes.tube(T1).orElseThrow();
    assertThat(tube.state()).isEqualTo(TubeState.IN_TRANSIT);
    assertThat(tube.place()).isEqualTo(new Place.InCarrier(SmallStore.PICKER));
    assertThat(tubes.history(T1)).extracting(CustodyEntry::what).endsWith(What.MISSED);
  }

  @Test
  void doesNotBelieveInATubeThatWasNotInTheCarrier() {
    orderToPutBack();
    view.apply(journal.event(PICKER, new TubeMissed("o2", 0, T1, Finding.EMPTY, List.of())));

    assertThat(tubes.tube(T1).orElseThrow().confidence()).isEqualTo(Confidence.UNVERIFIED);
  }

  @Test
  void onlyAssumesWhereATubeIsThatAnImportHasMovedSince() {
    putBack();
    view.apply(journal.imported(R3, standing(1, "S1", 2, 3, "B2")));

    assertThat(tubes.tube(T1).orElseThrow().confidence()).isEqualTo(Confidence.ASSUMED);
    assertThat(tubes.tubeAt(R1, 1, Well.parse("B4"))).isEmpty();
  }

  @Test
  void takesATubeBackThatIsImportedAgain() {
    unload();
    view.apply(journal.imported(R3, standing(1, "S1", 2, 3, "B2")));

    assertThat(tubes.rackOf(T1)).contains(R3);
    assertThat(tubes.history(T1))
        .extracting(CustodyEntry::what)
        .containsExactly(What.IMPORTED, What.PICKED, What.UNLOADED, What.IMPORTED);
    assertThat(tubes.history(T1).get(0).to())
        .isEqualTo(
            Optional.of(
                new Place.InRack(new DewarId("D1"), new Position(R1, 2, Well.parse("A3")))));
  }

  @Test
  void listsAliquotsByNumberThenBarcode() {
    view.apply(journal.imported(R3, standing(9, "S1", 1, 2, "A1")));

    assertThat(tubes.ofSpecimen(new SpecimenId("S1")))
        .extracting(picture -> picture.tube().id().value())
        .containsExactly("T2", "T9", "T1");
  }

  @Test
  void searchesByPlaceAndState() {
    pick();

    assertThat(found(new TubeFilter(none(), none(), Optional.of(D1), none(), states())))
        .containsExactly(T2);
    assertThat(found(everywhere(TubeState.IN_TRANSIT))).containsExactly(T1);
  }

  @Test
  void searchesByAnyOfSeveralStates() {
    pick();
    view.apply(journal.event(PICKER, new TubeMissed("o1", 0, T2, Finding.EMPTY, List.of())));

    assertThat(found(everywhere(TubeState.IN_TRANSIT, TubeState.UNVERIFIED)))
        .containsExactly(T1, T2);
    assertThat(found(everywhere(TubeState.STORED, TubeState.DELIVERED)))
        .containsExactly(new TubeId("T3"));
  }

  private List<TubeId> found(TubeFilter filter) {
    return tubes.search(filter, -1, 10).tubes().stream().map(t -> t.tube().id()).toList();
  }

  private static TubeFilter everywhere(TubeState... states) {
    return new TubeFilter(none(), none(), none(), none(), states(states));
  }

  private static SortedSet<TubeState> states(TubeState... states) {
    return new TreeSet<>(List.of(states));
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  @Test
  void searchesPageByPage() {
    var first = tubes.search(everywhere(), -1, 2);
    var second = tubes.search(everywhere(), first.next().orElseThrow(), 2);

    assertThat(first.tubes()).extracting(t -> t.tube().id().value()).containsExactly("T1", "T2");
    assertThat(second.tubes()).extracting(t -> t.tube().id().value()).containsExactly("T3");
    assertThat(second.next()).isEmpty();
  }

  @Test
  void walksThroughARackFromTheTopBoxOn() {
    var standing = tubes.standingIn(R1, 0, 10);

    assertThat(standing).extracting(s -> s.tube().tube().id()).containsExactly(T1, T2);
    assertThat(tubes.standingIn(R1, standing.get(0).slot() + 1, 10))
        .extracting(s -> s.tube().tube().id())
        .containsExactly(T2);
  }

  @Test
  void stopsAtATubeThatNoImportBrought() {
    lift();
    var event = journal.event(PICKER, new TubePicked("o1", 0, new TubeId("X"), List.of()));

    assertThatThrownBy(() -> view.apply(event))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("tube X");
    assertThat(view.appliedOffset()).isEqualTo(event.offset() - 1);
  }
}
