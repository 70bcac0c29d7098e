package org.givre.orchestrator.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.typesafe.config.ConfigFactory;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.givre.devices.action.Action;
import org.givre.devices.action.Refusals;
import org.givre.devices.dewar.DewarEvent.DewarActed;
import org.givre.devices.journal.Cause;
import org.givre.devices.journal.EventCodec;
import org.givre.devices.journal.JournalCodecs;
import org.givre.devices.journal.JournalEvent;
import org.givre.devices.journal.Recorded;
import org.givre.devices.picker.PickerEvent;
import org.givre.devices.picker.PickerEvent.OrderCreated;
import org.givre.devices.picker.PickerEvent.PickerActed;
import org.givre.devices.picker.PickerEvent.Purpose;
import org.givre.devices.picker.PickerEvent.TaskRecalled;
import org.givre.devices.picker.PickerEvent.TubeMissed;
import org.givre.devices.picker.PickerEvent.TubePicked;
import org.givre.devices.picker.PickerEvent.TubePlaced;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.picker.PickerTask.TubeToPlace;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.devices.port.PortEvent.PortActed;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.devices.rack.RackEvent.PlacedTube;
import org.givre.devices.rack.RackEvent.RackLifted;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.devices.rack.RackEvent.WellsKept;
import org.givre.orchestrator.dispatch.DispatchEvent;
import org.givre.orchestrator.job.JobEvent;
import org.givre.orchestrator.job.JobEvent.JobEnded;
import org.givre.orchestrator.job.JobPhase;
import org.givre.orchestrator.job.JobSpec;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventCatalogueTest {
  private static final JobId JOB = new JobId("01J00000000000000000000001");
  private static final JobId OTHER = new JobId("01J00000000000000000000002");
  private static final TubeId TUBE = new TubeId("T1");
  private static final Standing STANDING =
      new Standing(new Tube(TUBE, new SpecimenId("S1"), "LCL", 1), 2, Well.parse("B3"));
  private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");
  private static final Cause CAUSE =
      new Cause(Cause.Kind.DEVICE, "picker-1", "report", "plan-1", "order-1");

  private static final LiftTask LIFT =
      new LiftTask(
          "lift-1",
          new DewarId("D1"),
          new RackId("D1-R01"),
          LiftMode.HOLD,
          List.of(
              new TubeToPick(TUBE, 1, Well.parse("A1"), JOB, 0),
              new TubeToPick(new TubeId("T2"), 1, Well.parse("A2"), OTHER, 0)));
  private static final UnloadTask UNLOAD =
      new UnloadTask("unload-1", new PortId("P1"), List.of(TUBE));

  private static final PlaceTask PLACE =
      new PlaceTask(
          "place-1",
          new DewarId("D1"),
          new RackId("D1-R01"),
          List.of(
              new TubeToPlace(
                  new Tube(TUBE, new SpecimenId("S1"), "LCL", 1), 3, Well.parse("C7"), JOB, 0)));

  /**
   * Knows one lift, one unload, one put-back and that {@link #TUBE} is on its way to {@link #JOB}.
   */
  private final EventCatalogue catalogue =
      new EventCatalogue(
          new TaskLookup() {
            @Override
            public Optional<PickerTask> task(String taskId) {
              return Stream.of(LIFT, UNLOAD, PLACE)
                  .map(PickerTask.class::cast)
                  .filter(task -> task.taskId().equals(taskId))
                  .findFirst();
            }

            @Override
            public Optional<PickerTask> taskOfOrder(String orderId) {
              return task(orderId.replace("order-", ""));
            }

            @Override
            public Optional<JobId> jobOf(TubeId tube, long offset) {
              return tube.equals(TUBE) ? Optional.of(JOB) : Optional.empty();
            }
          });

  private static FeedEvent at(String persistenceId, JournalEvent event) {
    return new FeedEvent(812, persistenceId, 3, new Recorded<>(event, CAUSE, AT, AT));
  }

  /** Every event that any configured codec can store. */
  static Stream<Class<?>> everyKindOfEvent() {
    var codecs = ConfigFactory.load().getConfig(JournalCodecs.CONFIG_PATH).root();
    return codecs.values().stream()
        .map(name -> type(name.unwrapped().toString()))
        .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()));
  }

  private static Class<?> type(String codec) {
    try {
      return Class.forName(codec)
          .asSubclass(EventCodec.class)
          .getDeclaredConstructor()
          .newInstance()
          .type();
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError("Codec " + codec + " cannot be made", broken);
    }
  }

  @ParameterizedTest
  @MethodSource("everyKindOfEvent")
  void hasAFormForEveryKindOfEvent(Class<?> kind) throws ReflectiveOperationException {
    var owner = JobEvent.class.isAssignableFrom(kind) ? "job|" + JOB : "rack|D1-R01";
    var event = (JournalEvent) blank(kind);

    assertThatCode(() -> catalogue.of(at(owner, event)).map(EventJson::of))
        .doesNotThrowAnyException();
  }

  /** A record of that kind with the plainest components. */
  private static Object blank(Class<?> kind) throws ReflectiveOperationException {
    var components = kind.getRecordComponents();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    var values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = plain(types[i]);
    }
    var constructor = kind.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  private static Object plain(Class<?> type) throws ReflectiveOperationException {
    if (type == String.class) {
      return "x";
    } else if (type == int.class) {
      return 1;
    } else if (type == long.class) {
      return 1L;
    } else if (type == double.class) {
      return 1.0;
    } else if (type == boolean.class) {
      return true;
    } else if (type == Instant.class) {
      return AT;
    } else if (type == List.class) {
      return List.of();
    } else if (type == SortedMap.class) {
      return new TreeMap<>();
    } else if (type == SortedSet.class) {
      return new TreeSet<>();
    } else if (type == Optional.class) {
      return Optional.empty();
    } else if (type == OptionalDouble.class) {
      return OptionalDouble.empty();
    } else if (type == PickerTask.class) {
      return LIFT;
    } else if (type == JobPhase.class) {
      return JobPhase.COMPLETED;
    } else if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    return blank(type);
  }

  private JsonNode json(String owner, JournalEvent event) {
    return EventJson.of(catalogue.of(at(owner, event)).orElseThrow());
  }

  @Test
  void hasTheShapeOfTheContract() {
    var json = json("picker|picker-1", new TubePicked("order-lift-1", 0, TUBE, List.of()));

    assertThat(json.get("offset").asLong()).isEqualTo(812);
    assertThat(json.get("type").asText()).isEqualTo("tube.picked");
    assertThat(json.get("at").asText()).isEqualTo("2026-11-24T10:00:00Z");
    assertThat(json.get("job").asText()).isEqualTo(JOB.value());
    assertThat(json.get("device").asText()).isEqualTo("picker-1");
    assertThat(json.get("cause").get("kind").asText()).isEqualTo("device");
    assertThat(json.get("cause").get("id").asText()).isEqualTo("picker-1");
    assertThat(json.get("cause").get("reason").asText()).isEqualTo("report");
    assertThat(json.get("body").get("tube").asText()).isEqualTo("T1");
  }

  @Test
  void namesEveryJobOfASharedLift() {
    var json =
        json(
            "picker|picker-1",
            new OrderCreated("order-lift-1", 1, 1, Purpose.WORK, "D1", List.of()));

    assertThat(json.get("type").asText()).isEqualTo("lift.started");
    assertThat(json.get("job").isNull()).isTrue();
    assertThat(json.get("body").get("jobs"))
        .extracting(JsonNode::asText)
        .containsExactly(JOB.value(), OTHER.value());
  }

  @Test
  void tellsAnUnloadFromALiftAndADriveFromBoth() {
    var unload = new OrderCreated("order-unload-1", 1, 1, Purpose.WORK, "P1", List.of(1));
    var travel = new OrderCreated("order-lift-1", 1, 1, Purpose.TRAVEL, "D1", List.of());

    assertThat(json("picker|picker-1", unload).get("type").asText()).isEqualTo("unload.started");
    assertThat(json("picker|picker-1", unload).get("job").asText()).isEqualTo(JOB.value());
    assertThat(json("picker|picker-1", travel).get("type").asText()).isEqualTo("device.travelling");
  }

  @Test
  void callsAJobWithExceptionsCompletedAndSaysSoInTheBody() {
    var json = json("job|" + JOB, new JobEnded(JobPhase.COMPLETED_WITH_EXCEPTIONS, "1 missed"));

    assertThat(json.get("type").asText()).isEqualTo("job.completed");
    assertThat(json.get("body").get("state").asText()).isEqualTo("COMPLETED_WITH_EXCEPTIONS");
  }

  @Test
  void tellsWhereATubeWasPlaced() {
    var json = json("picker|picker-1", new TubePlaced("order-place-1", 2, TUBE, List.of()));

    assertThat(json.get("type").asText()).isEqualTo("tube.placed");
    assertThat(json.get("job").asText()).isEqualTo(JOB.value());
    var body = json.get("body");
    assertThat(body.get("tube").asText()).isEqualTo("T1");
    assertThat(body.get("rack").asText()).isEqualTo("D1-R01");
    assertThat(body.get("level").asInt()).isEqualTo(3);
    assertThat(body.get("well").asText()).isEqualTo("C7");
  }

  @Test
  void callsATubeUnverifiedOnlyWhereItIsNotInTheCarrierStill() {
    var taken = new TubeMissed("order-place-1", 2, TUBE, Finding.MISMATCH, List.of());
    var gone = new TubeMissed("order-place-1", 2, TUBE, Finding.EMPTY, List.of());
    var other = new TubeMissed("order-lift-1", 2, TUBE, Finding.MISMATCH, List.of());

    assertThat(typeOf(taken)).isEqualTo("tube.unplaced");
    assertThat(typeOf(gone)).isEqualTo("tube.unverified");
    assertThat(typeOf(other)).isEqualTo("tube.unverified");
  }

  @Test
  void tellsThatATaskWasTakenBackAndForWhom() {
    var json = json("picker|picker-1", new TaskRecalled("place-1"));

    assertThat(json.get("type").asText()).isEqualTo("device.recalled");
    assertThat(json.get("job").asText()).isEqualTo(JOB.value());
    assertThat(json.get("body").get("task").asText()).isEqualTo("place-1");
  }

  @ParameterizedTest
  @CsvSource({
    "pause, '', device.paused",
    "resume, '', device.resumed",
    "drain, '', device.draining",
    "returnToService, '', device.returned",
    "pause, revision-stale, device.acted",
    "dance, action-not-supported, device.acted",
  })
  void tellsWhatAnOperatorHasDoneWithADevice(String type, String code, String event) {
    var refusal = Optional.of(code).filter(c -> !c.isEmpty());
    var acted = new PickerActed(Action.of("a-1", type).decided(refusal));
    var json = json("picker|picker-1", acted);

    assertThat(json.get("type").asText()).isEqualTo(event);
    assertThat(json.get("device").asText()).isEqualTo("picker-1");
    assertThat(json.get("body").get("action").asText()).isEqualTo(type);
    assertThat(json.get("body").get("code").asText("")).isEqualTo(code);
  }

  private String typeOf(PickerEvent event) {
    return json("picker|picker-1", event).get("type").asText();
  }

  @Test
  void keepsSilentAboutWhatAnotherEventTells() {
    assertThat(catalogue.of(at("dispatch|main", new DispatchEvent.TaskIssued("lift-1")))).isEmpty();
    assertThat(catalogue.of(at("picker|picker-1", new PickerEvent.OrderAccepted("order-lift-1"))))
        .isEmpty();
  }

  @Test
  void saysWhichWellsAreKeptForTubesOnTheirWayBack() {
    var json = json("rack|D1-R01", new WellsKept(JOB, List.of(STANDING)));

    assertThat(json.get("type").asText()).isEqualTo("well.kept");
    assertThat(json.get("job").asText()).isEqualTo(JOB.value());
    assertThat(json.get("device").asText()).isEqualTo("D1-R01");
    var well = json.get("body").get("wells").get(0);
    assertThat(well.get("tube").asText()).isEqualTo("T1");
    assertThat(well.get("level").asInt()).isEqualTo(2);
    assertThat(well.get("well").asText()).isEqualTo("B3");
    assertThat(catalogue.of(at("rack|D1-R01", new WellsKept(JOB, List.of(STANDING)))))
        .hasValueSatisfying(shown -> assertThat(shown.tubes()).containsExactly(TUBE));
  }

  @Test
  void saysWhatALiftHasPutBack() {
    var placed = List.of(new PlacedTube(STANDING, 7, 7));
    var lifted =
        new RackLifted(
            "lift-1", new PickerId("picker-1"), AT, AT, List.of(), List.of(), List.of(), placed);
    var json = json("rack|D1-R01", lifted);

    assertThat(json.get("type").asText()).isEqualTo("lift.ended");
    assertThat(json.get("body").get("tubeSeconds").asDouble()).isEqualTo(7);
    assertThat(json.get("body").get("placed")).extracting(JsonNode::asText).containsExactly("T1");
    assertThat(catalogue.of(at("rack|D1-R01", lifted)))
        .hasValueSatisfying(shown -> assertThat(shown.tubes()).containsExactly(TUBE));
  }

  @Test
  void saysWhatWasWantedOfAStationAndHowItWasDecided() {
    var paused =
        json("dewar|D1", new DewarActed(Action.of("a", "pause").decided(Optional.empty())));
    assertThat(paused.get("type").asText()).isEqualTo("device.paused");
    assertThat(paused.get("device").asText()).isEqualTo("D1");
    assertThat(paused.get("body").get("outcome").asText()).isEqualTo("ACCEPTED");
    assertThat(paused.get("body").get("code").isNull()).isTrue();

    var refusal = Optional.of(Refusals.ACTION_NOT_ALLOWED);
    var refused = json("port|P1", new PortActed(Action.of("b", "resume").decided(refusal)));
    assertThat(refused.get("type").asText()).isEqualTo("device.acted");
    assertThat(refused.get("body").get("action").asText()).isEqualTo("resume");
    assertThat(refused.get("body").get("outcome").asText()).isEqualTo("REFUSED");
    assertThat(refused.get("body").get("code").asText()).isEqualTo("action-not-allowed");
  }

  @Test
  void namesThePickerThatHasAnItem() {
    var json = json("job|" + JOB, new JobEvent.RequestPicked(4, TUBE, new PickerId("picker-2")));

    assertThat(json.get("type").asText()).isEqualTo("item.picked");
    assertThat(json.get("device").asText()).isEqualTo("picker-2");
    assertThat(json.get("body").get("item").asInt()).isEqualTo(4);
  }

  @Test
  void showsTheStateThatASubmissionLeadsTo() throws ReflectiveOperationException {
    var spec = (JobSpec) blank(JobSpec.class);
    var json = json("job|" + JOB, new JobEvent.JobSubmitted(spec));

    assertThat(json.get("type").asText()).isEqualTo("job.accepted");
    assertThat(json.get("body").get("state").asText()).isEqualTo("ACCEPTED");
  }
}
