package org.givre.devices.picker;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.RecipientRef;
import akka.actor.typed.javadsl.Behaviors;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit.CommandResult;
import akka.persistence.testkit.javadsl.PersistenceTestKit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.dewar.DewarCommand;
import org.givre.devices.driver.DeviceSnapshot;
import org.givre.devices.driver.DriverEvent;
import org.givre.devices.driver.Motion.Kind;
import org.givre.devices.driver.MotionOrder;
import org.givre.devices.driver.OrderStatus;
import org.givre.devices.driver.Submission;
import org.givre.devices.journal.ActorTests;
import org.givre.devices.journal.Cause;
import org.givre.devices.journal.Recorded;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.picker.PickerTask.TubeToPlace;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.devices.port.PortCommand;
import org.givre.devices.rack.RackCommand;
import org.givre.devices.time.SettableClock;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;

/** One picker with everybody around it played by the test. */
final class PickerBench {
  static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
  static final Cause CAUSE = Cause.policy("dispatch", "plan-1", "task-1");
  static final Cause OPERATOR =
      new Cause(Cause.Kind.OPERATOR, "ada", "belt squeaks", "picker-1", "action action-1");
  static final JobId JOB = new JobId("job-1");
  static final TubeId A = new TubeId("FD-A");
  static final TubeId B = new TubeId("FD-B");
  static final RackId RACK = ExampleStore.rack(11);
  static final int SLOT = 10;

  final SettableClock clock = new SettableClock(START);
  final ScriptedDriver driver = new ScriptedDriver();
  final TestProbe<PickerNotice> notices;
  final TestProbe<RackCommand> racks;
  final TestProbe<DewarCommand> dewars;
  final TestProbe<PortCommand> ports;
  final TestProbe<ActionAnswer> answers;
  private final TestProbe<DewarCommand.Vacate> vacatedDewars;
  private final TestProbe<PortCommand.Vacate> vacatedPorts;
  private final ActorTestKit akka;
  private final EventSourcedBehaviorTestKit<PickerCommand, Recorded<PickerEvent>, PickerState>
      picker;
  private int orders;

  PickerBench(ActorTestKit akka) {
    this.akka = akka;
    notices = akka.createTestProbe();
    racks = akka.createTestProbe();
    dewars = akka.createTestProbe();
    ports = akka.createTestProbe();
    answers = akka.createTestProbe();
    vacatedDewars = akka.createTestProbe();
    vacatedPorts = akka.createTestProbe();
    PersistenceTestKit.create(akka.system()).clearAll();
    picker =
        EventSourcedBehaviorTestKit.create(
            akka.system(),
            Picker.create(ExampleStore.PICKER, equipment()),
            ActorTests.EVENTS_SURVIVE_THE_JOURNAL);
    awaitEpoch(1);
    expectVacating();
  }

  private PickerEquipment equipment() {
    return new PickerEquipment(
        ExampleStore.store(),
        driver,
        new ProbedNeighbours(),
        () -> "order-" + ++orders,
        clock.engineTime());
  }

  /** What comes with every start would only be in the way among the other messages. */
  private final class ProbedNeighbours implements Neighbours {
    private final ActorRef<DewarCommand> dewar =
        akka.spawn(sorting(DewarCommand.Vacate.class, vacatedDewars.ref(), dewars.ref()));
    private final ActorRef<PortCommand> port =
        akka.spawn(sorting(PortCommand.Vacate.class, vacatedPorts.ref(), ports.ref()));

    private static <C, V extends C> Behavior<C> sorting(
        Class<V> kind, ActorRef<V> those, ActorRef<C> others) {
      return Behaviors.receiveMessage(
          message -> {
            if (kind.isInstance(message)) {
              those.tell(kind.cast(message));
            } else {
              others.tell(message);
            }
            return Behaviors.same();
          });
    }

    @Override
    public RecipientRef<RackCommand> rack(RackId id) {
      return racks.ref();
    }

    @Override
    public RecipientRef<DewarCommand> dewar(DewarId id) {
      return dewar;
    }

    @Override
    public RecipientRef<PortCommand> port(PortId id) {
      return port;
    }
  }

  /** A start is over when its session is durable. */
  private void awaitEpoch(long epoch) {
    akka.createTestProbe()
        .awaitAssert(
            Duration.ofSeconds(10),
            () -> {
              assertThat(state().numbers().epoch()).isEqualTo(epoch);
              return epoch;
            });
  }

  PickerState state() {
    return picker.getState();
  }

  void restart() {
    var epoch = state().numbers().epoch();
    picker.restart();
    awaitEpoch(epoch + 1);
    if (state().run().isEmpty() && !state().fitness().inFault()) {
      expectVacating();
    } else {
      vacatedDewars.expectNoMessage();
    }
  }

  /** Dewars and ports hear that the picker has no task there. */
  void expectVacating() {
    assertThat(vacatedDewars.receiveMessage().picker()).isEqualTo(ExampleStore.PICKER);
    assertThat(vacatedPorts.receiveMessage().picker()).isEqualTo(ExampleStore.PICKER);
  }

  CommandResult<PickerCommand, Recorded<PickerEvent>, PickerState> run(PickerCommand command) {
    return picker.runCommand(command);
  }

  List<PickerEvent> events(PickerCommand command) {
    return run(command).events().stream().map(Recorded::event).toList();
  }

  <R> R ask(Function<ActorRef<R>, PickerCommand> question) {
    return picker.runCommand(question).reply();
  }

  static LiftTask lift(String task, TubeToPick... picks) {
    return new LiftTask(task, ExampleStore.DEWAR, RACK, LiftMode.HOLD, List.of(picks));
  }

  static UnloadTask unload(String task, TubeId... tubes) {
    return new UnloadTask(task, ExampleStore.PORT, List.of(tubes));
  }

  static PlaceTask place(String task, TubeToPlace... places) {
    return new PlaceTask(task, ExampleStore.DEWAR, RACK, List.of(places));
  }

  /** Back into the well of {@link #pick}. */
  static TubeToPlace back(TubeId tube, int level, String well, int request) {
    var what = new Tube(tube, new SpecimenId("S1"), "LCL", 1);
    return new TubeToPlace(what, level, Well.parse(well), JOB, request);
  }

  static TubeToPick pick(TubeId tube, int level, String well, int request) {
    return new TubeToPick(tube, level, Well.parse(well), JOB, request);
  }

  List<PickerEvent> take(PickerTask task) {
    return events(new PickerCommand.Take(task, CAUSE, notices.ref()));
  }

  /** The order that the driver was given last. */
  MotionOrder order() {
    var orders = driver.takeSubmitted();
    assertThat(orders).hasSize(1);
    return orders.get(0);
  }

  void accept(String orderId) {
    run(new PickerSignal.Submitted(orderId, new Submission.Accepted()));
  }

  List<PickerEvent> report(DriverEvent report) {
    return events(new PickerSignal.Reported(report));
  }

  List<PickerEvent> status(String orderId, OrderStatus status, boolean acceptedBefore) {
    return events(new PickerSignal.StatusKnown(orderId, status, acceptedBefore));
  }

  /** Drives wherever the task is, in 3.5 s. */
  void travel() {
    var id = order().orderId();
    accept(id);
    var robot = new Robot(id, clock.instant()).does(Kind.TRAVEL, 3.5);
    clock.set(robot.now());
    report(robot.ends());
  }

  void grantOpening(String task) {
    run(new PickerSignal.OpeningAcquired(new DewarCommand.Acquired(ExampleStore.DEWAR, task)));
  }

  void grantDock(String task, Integer... slots) {
    run(
        new PickerSignal.DockAcquired(
            new PortCommand.Acquired(ExampleStore.PORT, task, List.of(slots))));
  }

  /** The picker is asked by an operator, and answers at once or later. */
  List<PickerEvent> act(String type) {
    return act(Action.of("action-1", type));
  }

  List<PickerEvent> act(Action action) {
    return events(new PickerCommand.Act(action, OPERATOR, answers.ref()));
  }

  ActionAnswer answer() {
    return answers.receiveMessage();
  }

  /** The robot has been looked at for a return to service. */
  List<PickerEvent> see(Optional<DeviceSnapshot> seen) {
    var act =
        new PickerCommand.Act(Action.of("action-1", "returnToService"), OPERATOR, answers.ref());
    return events(new PickerSignal.RobotSeen(act, seen));
  }

  PickerPicture picture() {
    return ask(PickerCommand.Describe::new);
  }

  void recordLift(String task, double tubeSeconds) {
    run(new PickerSignal.LiftRecorded(new RackCommand.LiftRecorded(RACK, task, tubeSeconds)));
  }

  void releaseOpening(String task) {
    run(new PickerSignal.OpeningReleased(new DewarCommand.Released(ExampleStore.DEWAR, task)));
  }

  void receiveUnload(String task) {
    run(new PickerSignal.UnloadReceived(new PortCommand.Received(ExampleStore.PORT, task)));
  }
}
