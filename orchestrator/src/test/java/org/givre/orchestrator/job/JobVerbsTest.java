package org.givre.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.givre.orchestrator.job.SampleStates.A;
import static org.givre.orchestrator.job.SampleStates.LATER;
import static org.givre.orchestrator.job.SampleStates.NOON;
import static org.givre.orchestrator.job.SampleStates.after;
import static org.givre.orchestrator.job.SampleStates.in;
import static org.givre.orchestrator.job.SampleStates.standing;
import static org.givre.orchestrator.job.SampleStates.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.givre.devices.action.Action;
import org.givre.devices.action.Refusals;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every verb in every state. */
class JobVerbsTest {
  private static final RackId RACK_2 = new RackId("R2");

  /**
   * What becomes of a verb: the state it leads to; {@code +}, a change without another state;
   * {@code -}, it is accepted and changes nothing; {@code no}, it is not allowed. Item 2 is
   * skipped, which waits; item 1 is retried, which was not found.
   */
  private static final String TABLE =
      """
      state       release pause   resume  cancel     reprioritize reroute skipItem retryItem
      ACCEPTED    QUEUED  no      no      CANCELLING +            +       +        +
      QUEUED      -       PAUSED  -       CANCELLING +            +       +        +
      PLANNED     -       PAUSED  -       CANCELLING +            +       +        +
      RUNNING     -       PAUSING -       CANCELLING +            +       +        +
      PAUSING     -       -       RUNNING CANCELLING +            +       +        +
      PAUSED      -       -       QUEUED  CANCELLING +            +       +        +
      CANCELLING  no      no      no      -          no           no      no       no
      COMPLETED   no      no      no      no         no           no      no       no
      COMPLETED_WITH_EXCEPTIONS no no no  no         no           no      no       no
      FAILED      no      no      no      no         no           no      no       no
      EXPIRED     no      no      no      no         no           no      no       no
      CANCELLED   no      no      no      -          no           no      no       no
      """;

  /**
   * What becomes of an item: another state; {@code unwanted} or {@code wanted} again; {@code -},
   * nothing; {@code over}, it is refused. Skipped while nothing is under way for it, and while
   * something is; and retried.
   */
  private static final String ITEMS =
      """
      item                skipped  skipped-under-way retried
      PENDING             SKIPPED  unwanted          -
      RESERVED            SKIPPED  unwanted          -
      PICKING             unwanted unwanted          -
      IN_TRANSIT          unwanted unwanted          -
      PENDING-unwanted    -        -                 wanted
      PICKING-unwanted    -        -                 wanted
      IN_TRANSIT-unwanted -        -                 wanted
      DELIVERED           over     over              over
      RETURNED            -        -                 PENDING
      SKIPPED             -        -                 PENDING
      NOT_FOUND           over     over              PENDING
      MISMATCH            over     over              PENDING
      """;

  private static Stream<Arguments> cells(String table) {
    var rows = table.lines().map(line -> List.of(line.split(" +"))).toList();
    var head = rows.get(0);
    return rows.stream()
        .skip(1)
        .flatMap(
            row ->
                IntStream.range(1, row.size())
                    .mapToObj(i -> Arguments.of(row.get(0), head.get(i), row.get(i))));
  }

  static Stream<Arguments> verbs() {
    return cells(TABLE);
  }

  static Stream<Arguments> items() {
    return cells(ITEMS);
  }

  private static Action action(String type) {
    var action = Action.of("action-1", type);
    return switch (type) {
      case "reprioritize" -> action.with("priority", "9");
      case "reroute" -> action.with("port", "P2");
      case "skipItem" -> action.with("item", "2");
      case "retryItem" -> action.with("item", "1");
      default -> action;
    };
  }

  @Test
  void whatWaitsForCompanyIsReleasedUnlessItRests() {
    var waiting =
        new CompanyWait(
            new TreeSet<>(List.of(0)),
            Optional.of(LATER),
            OptionalDouble.of(9),
            OptionalDouble.of(8));
    var job = after(in(JobPhase.QUEUED), new JobEvent.CompanyAwaited(waiting));
    assertThat(JobVerbs.allowed(job)).contains("release");
    assertThat(rule(job, action("release")).effects())
        .containsExactly(new JobEvent.CompanyDeclined());
    for (var rest :
        List.of(
            new JobEvent.JobPaused(),
            new JobEvent.JobPausing(LATER, List.of()),
            new JobEvent.JobCancelling("over", Optional.empty(), List.of()),
            new JobEvent.CompanyDeclined(),
            new JobEvent.JobEnded(JobPhase.EXPIRED, ""))) {
      assertThat(JobVerbs.allowed(after(job, rest))).as("%s", rest).doesNotContain("release");
    }
  }

  private static Ruling rule(JobState job, Action action, Underway... underway) {
    return new JobVerbs(job, standing(underway)).rule(action, "why not");
  }

  /** The lift of a job that runs is known to dispatch too. */
  private static Ruling rule(JobState job, Action action) {
    return job.phase() == JobPhase.RUNNING
        ? rule(job, action, task("t1", 0))
        : rule(job, action, new Underway[0]);
  }

  @Test
  void theTablesHaveEveryStateAndEveryVerb() {
    var phases = verbs().map(cell -> (String) cell.get()[0]).distinct();
    var verbs = verbs().map(cell -> (String) cell.get()[1]).distinct();
    var items = items().map(cell -> ((String) cell.get()[0]).split("-", -1)[0]).distinct();

    assertThat(phases).containsExactlyElementsOf(names(JobPhase.values()));
    assertThat(verbs).containsExactlyElementsOf(JobVerbs.ALL);
    assertThat(items)
        .as("all but CANCELLED, which only items of an ended job are")
        .containsExactlyInAnyOrderElementsOf(
            names(RequestPhase.values()).stream().filter(n -> !n.equals("CANCELLED")).toList());
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).sorted(byOrder(values)).toList();
  }

  private static Comparator<String> byOrder(Enum<?>[] values) {
    var order = Arrays.stream(values).map(Enum::name).toList();
    return Comparator.comparing(order::indexOf);
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @MethodSource("verbs")
  void aVerbLeadsWhereTheTableSays(String phase, String verb, String outcome) {
    var job = in(JobPhase.valueOf(phase));
    var ruling = rule(job, action(verb));
    var next = job.after(job.news(ruling.effects(), NOON), NOON);

    switch (outcome) {
      case "no" -> {
        assertThat(ruling.refusal()).contains(Refusals.ACTION_NOT_ALLOWED);
        assertThat(ruling.detail()).contains(phase).contains(verb);
        assertThat(next).isSameAs(job);
      }
      case "-" -> {
        assertThat(ruling.refusal()).isEmpty();
        assertThat(next).isSameAs(job);
      }
      case "+" -> {
        assertThat(ruling.refusal()).isEmpty();
        assertThat(next.phase()).isEqualTo(job.phase());
        assertThat(next.revision()).isEqualTo(job.revision() + 1);
      }
      default -> {
        assertThat(ruling.refusal()).isEmpty();
        assertThat(next.phase()).isEqualTo(JobPhase.valueOf(outcome));
      }
    }
    var changes = !outcome.equals("no") && !outcome.equals("-");
    assertThat(job.allowed().contains(verb)).isEqualTo(changes);
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @MethodSource("items")
  void anItemGoesWhereTheTableSays(String item, String how, String outcome) {
    var job = withItem(item);
    var ruling =
        switch (how) {
          case "skipped" ->
              rule(job, Action.of("a", "skipItem").with("item", "0"), new Underway[0]);
          case "retried" ->
              rule(job, Action.of("a", "retryItem").with("item", "0"), new Underway[0]);
          default -> rule(job, Action.of("a", "skipItem").with("item", "0"), task("t1", 0));
        };
    var next = job.after(ruling.effects(), NOON);

    assertThat(ruling.refusal())
        .isEqualTo(
            outcome.equals("over") ? Optional.of(Refusals.ITEM_OVER) : Optional.<String>empty());
    var before = job.requests().get(0);
    var after = next.requests().get(0);
    switch (outcome) {
      case "over", "-" -> assertThat(next).isSameAs(job);
      case "unwanted" -> {
        assertThat(after.phase()).isEqualTo(before.phase());
        assertThat(after.unwanted()).isTrue();
        assertThat(ruling.done()).isFalse();
      }
      case "wanted" -> {
        assertThat(after.phase()).isEqualTo(before.phase());
        assertThat(after.unwanted()).isFalse();
      }
      default -> {
        assertThat(after.phase()).isEqualTo(RequestPhase.valueOf(outcome));
        assertThat(ruling.done()).isTrue();
      }
    }
  }

  /** A running job whose first item is there. */
  private static JobState withItem(String item) {
    var running = after(in(JobPhase.QUEUED), new JobEvent.LiftJoined("t0", RACK_2, List.of()));
    var skipped = new JobEvent.RequestUnwanted(0, "t1", "no");
    var lift = new JobEvent.LiftJoined("t1", SampleStates.RACK, List.of(0));
    var inTransit = SampleStates.picked(0, A);
    return switch (item) {
      case "PENDING" -> running;
      case "PENDING-unwanted" -> after(running, skipped);
      case "RESERVED" -> after(running, SampleStates.planned(1, 0));
      case "PICKING" -> after(running, lift);
      case "PICKING-unwanted" -> after(running, lift, skipped);
      case "IN_TRANSIT" -> after(running, inTransit);
      case "IN_TRANSIT-unwanted" -> after(running, inTransit, skipped);
      case "DELIVERED" -> after(running, inTransit, SampleStates.delivered("u1", 0, A));
      case "RETURNED" -> after(running, inTransit, skipped, SampleStates.returned("t2", 0, A));
      case "SKIPPED" -> after(running, new JobEvent.RequestSkipped(0, "no"));
      default ->
          after(running, new JobEvent.RequestFailed(0, A, RequestPhase.valueOf(item), "gone"));
    };
  }

  @ParameterizedTest
  @EnumSource(JobPhase.class)
  void doesNotKnowOtherVerbs(JobPhase phase) {
    for (var type : List.of("approve", "resolve", "dance", "")) {
      assertThat(rule(in(phase), Action.of("a", type)).refusal())
          .as(type)
          .contains(Refusals.ACTION_NOT_SUPPORTED);
    }
  }

  @ParameterizedTest
  @EnumSource(JobPhase.class)
  void refusesEveryVerbAtAnotherRevision(JobPhase phase) {
    var job = in(phase);
    for (var type : JobVerbs.ALL) {
      var plain = action(type);
      var stale = at(plain, job.revision() - 1, job.revision() + 1);
      assertThat(rule(job, stale).refusal()).as(type).contains(Refusals.REVISION_STALE);
      assertThat(rule(job, at(plain, 99, job.revision()))).as(type).isEqualTo(rule(job, plain));
    }
  }

  private static Action at(Action action, long... revisions) {
    var any = new TreeSet<Long>();
    Arrays.stream(revisions).forEach(any::add);
    return new Action(action.id(), action.type(), action.arguments(), any, Optional.empty());
  }

  @ParameterizedTest
  @EnumSource(JobPhase.class)
  void onlyRecordsWhatWasFoundImpossibleBefore(JobPhase phase) {
    var plain = action("cancel");
    var impossible =
        new Action("a", "cancel", plain.arguments(), new TreeSet<>(), Optional.of("port-unknown"));
    assertThat(rule(in(phase), impossible).refusal()).contains("port-unknown");
  }

  @Test
  void needsToKnowWhatIsUnderWayToPauseOrSkipWhatDispatchKnows() {
    var needed = new ArrayList<String>();
    for (var phase : JobPhase.values()) {
      JobVerbs.ALL.stream()
          .filter(verb -> JobVerbs.needsStanding(in(phase), action(verb)))
          .forEach(verb -> needed.add(phase + " " + verb));
    }
    assertThat(needed)
        .containsExactly(
            "QUEUED pause",
            "QUEUED skipItem",
            "PLANNED pause",
            "PLANNED skipItem",
            "RUNNING pause",
            "RUNNING skipItem",
            "PAUSING skipItem",
            "PAUSED skipItem");
  }

  @Test
  void promisesWhenThePauseWillHold() {
    var ruling = rule(in(JobPhase.RUNNING), action("pause"), task("t1", 0));
    assertThat(ruling.done()).isFalse();
    assertThat(ruling.promisedAt()).contains(LATER);
    assertThat(rule(in(JobPhase.PAUSING), action("pause")).promisedAt()).contains(LATER);
    assertThat(rule(in(JobPhase.QUEUED), action("pause")).done()).isTrue();
  }

  @Test
  void resumesAJobThatNoRobotHasBegunWithInTheQueue() {
    var pausing =
        after(in(JobPhase.PLANNED), new JobEvent.JobPausing(LATER, List.of(task("t1", 0))));
    var resumed = after(pausing, new JobEvent.JobResumed());
    assertThat(resumed.phase()).isEqualTo(JobPhase.QUEUED);
    assertThat(resumed.plan()).isEmpty();
    assertThat(resumed.underway()).isEmpty();
    assertThat(resumed.promisedAt()).isEmpty();
  }

  @Test
  void reroutesAllOrNothing() {
    var action =
        Action.of("a", "reroute").with("picker", "picker-2").with("avoid", "D3, picker-1,,D1");
    var route =
        new Route(
            Optional.of(new PickerId("picker-2")),
            Optional.empty(),
            new TreeSet<>(List.of("D1", "D3", "picker-1")));
    var job = after(in(JobPhase.QUEUED), new JobEvent.JobRerouted(route));
    assertThat(rule(in(JobPhase.QUEUED), action).effects())
        .containsExactly(new JobEvent.JobRerouted(route));
    assertThat(rule(job, action).effects()).isEmpty();
    assertThat(rule(job, Action.of("a", "reroute")).effects())
        .containsExactly(new JobEvent.JobRerouted(Route.NONE));
    assertThat(rule(job, Action.of("a", "reroute").with("port", "P2")).effects())
        .containsExactly(
            new JobEvent.JobRerouted(
                new Route(Optional.empty(), Optional.of(new PortId("P2")), new TreeSet<>())));
  }

  @Test
  void knowsPrioritiesFromOneToNine() {
    var job = in(JobPhase.QUEUED);
    for (var bad : List.of("0", "10", "-1", "high", "", "5.0", "99999999999")) {
      assertThat(rule(job, Action.of("a", "reprioritize").with("priority", bad)).refusal())
          .as(bad)
          .contains(Refusals.ACTION_NOT_SUPPORTED);
    }
    assertThat(rule(job, Action.of("a", "reprioritize")).refusal())
        .contains(Refusals.ACTION_NOT_SUPPORTED);
    assertThat(rule(job, Action.of("a", "reprioritize").with("priority", "5")).effects()).isEmpty();
  }

  @Test
  void knowsItsItems() {
    for (var type : List.of("skipItem", "retryItem")) {
      for (var bad : List.of("3", "-1", "x", "", "99999999999")) {
        var ruling = rule(in(JobPhase.QUEUED), Action.of("a", type).with("item", bad));
        assertThat(ruling.refusal()).as(bad).contains(Refusals.ITEM_UNKNOWN);
        assertThat(ruling.detail()).contains("0 to 2");
      }
      assertThat(rule(in(JobPhase.QUEUED), Action.of("a", type)).refusal())
          .contains(Refusals.ITEM_UNKNOWN);
    }
  }

  @Test
  void forgetsWhatWasMissedWhenAnItemIsRetried() {
    var missed =
        after(
            in(JobPhase.RUNNING),
            new JobEvent.CandidateMissed(0, A, Finding.EMPTY),
            new JobEvent.RequestFailed(0, A, RequestPhase.NOT_FOUND, "the well was empty"));
    var ruling = rule(missed, Action.of("a", "retryItem").with("item", "0"));
    assertThat(after(missed, ruling.effects().get(0)).open().get(0).candidates())
        .containsExactly(A);
  }
}
