package org.givre.orchestrator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.givre.devices.action.Action;
import org.givre.devices.journal.Cause;
import org.givre.devices.journal.Recorded;
import org.givre.devices.picker.PickerTask;
import org.givre.orchestrator.job.JobEvent;
import org.givre.orchestrator.job.JobPhase;
import org.givre.orchestrator.job.Route;
import org.givre.orchestrator.job.Underway;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.junit.jupiter.api.Test;

/** What subscribers see of operators' verbs, and of what follows from them. */
class VerbShapesTest {
  private static final String JOB = "01J00000000000000000000001";
  private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");
  private static final Action SKIP = Action.of("a1", "skipItem").with("item", "7");
  private static final Cause CAUSE = SKIP.cause("ada", "wrong study", JOB);

  private final EventCatalogue catalogue = new EventCatalogue(new NoTasks());

  /** Events of jobs name no task that would have to be looked up. */
  private static final class NoTasks implements TaskLookup {
    @Override
    public Optional<PickerTask> task(String taskId) {
      return Optional.empty();
    }

    @Override
    public Optional<PickerTask> taskOfOrder(String orderId) {
      return Optional.empty();
    }

    @Override
    public Optional<JobId> jobOf(TubeId tube, long offset) {
      return Optional.empty();
    }
  }

  private JsonNode json(JobEvent event) {
    var recorded = new Recorded<>(event, CAUSE, AT, AT);
    var json =
        EventJson.of(catalogue.of(new FeedEvent(812, "job|" + JOB, 3, recorded)).orElseThrow());
    assertThat(json.get("job").asText()).isEqualTo(JOB);
    assertThat(json.get("cause").get("kind").asText()).isEqualTo("operator");
    return json;
  }

  private String seen(JobEvent event) {
    var json = json(event);
    return json.get("type").asText() + " " + json.get("body");
  }

  @Test
  void saysWhatWasAskedAndHowItWasDecided() {
    assertThat(seen(new JobEvent.JobActed(SKIP.decided(Optional.of("item-unknown")))))
        .isEqualTo(
            "job.acted {\"action\":\"a1\",\"actionType\":\"skipItem\",\"arguments\":{\"item\":\"7\"},"
                + "\"outcome\":\"REFUSED\",\"code\":\"item-unknown\"}");
    assertThat(seen(new JobEvent.JobActed(SKIP.decided(Optional.empty()))))
        .endsWith("\"outcome\":\"ACCEPTED\",\"code\":null}");
    assertThat(json(new JobEvent.JobPaused()).get("cause").get("reason").asText())
        .isEqualTo("wrong study");
  }

  @Test
  void saysWhatIsUnderWayBeforeAPauseOrTheEnd() {
    var lift =
        new Underway(
            "t1", Optional.of(new RackId("R1")), AT, AT.plusSeconds(60), new TreeSet<>(List.of(2)));
    var under =
        "\"underway\":[{\"task\":\"t1\",\"rack\":\"R1\",\"since\":\"2026-11-24T10:00:00Z\","
            + "\"expectedEnd\":\"2026-11-24T10:01:00Z\",\"items\":[2]}]}";
    assertThat(seen(new JobEvent.JobPausing(AT, List.of(lift))))
        .isEqualTo("job.pausing {\"promisedAt\":\"2026-11-24T10:00:00Z\"," + under);
    assertThat(seen(new JobEvent.JobCancelling("over", Optional.empty(), List.of(lift))))
        .isEqualTo("job.cancelling {\"reason\":\"over\",\"promisedAt\":null," + under);
  }

  @Test
  void namesEveryTransition() {
    assertThat(seen(new JobEvent.JobPaused())).isEqualTo("job.paused {}");
    assertThat(seen(new JobEvent.JobResumed())).isEqualTo("job.resumed {}");
    assertThat(seen(new JobEvent.JobEnded(JobPhase.CANCELLED, "over")))
        .isEqualTo("job.cancelled {\"state\":\"CANCELLED\",\"reason\":\"over\"}");
    assertThat(seen(new JobEvent.JobReprioritized(9)))
        .isEqualTo("job.reprioritized {\"priority\":9}");
    var route =
        new Route(
            Optional.of(new PickerId("picker-2")), Optional.empty(), new TreeSet<>(List.of("D3")));
    assertThat(seen(new JobEvent.JobRerouted(route)))
        .isEqualTo("job.rerouted {\"picker\":\"picker-2\",\"port\":null,\"avoid\":[\"D3\"]}");
  }

  @Test
  void namesWhatBecomesOfItems() {
    assertThat(seen(new JobEvent.RequestSkipped(1, "no")))
        .isEqualTo("item.skipped {\"item\":1,\"reason\":\"no\"}");
    assertThat(seen(new JobEvent.RequestUnwanted(1, "t1", "no")))
        .isEqualTo("item.unwanted {\"item\":1,\"reason\":\"no\"}");
    assertThat(seen(new JobEvent.RequestRetried(1))).isEqualTo("item.retried {\"item\":1}");
    var position = new Position(new RackId("R1"), 3, Well.parse("C7"));
    var returned =
        new JobEvent.RequestReturned("t2", 1, new TubeId("T1"), position, AT, 60, 14, -168);
    assertThat(json(returned).get("body").get("position").toString())
        .isEqualTo("{\"rack\":\"R1\",\"level\":3,\"well\":\"C7\"}");
    assertThat(json(returned).get("type").asText()).isEqualTo("item.returned");
  }
}
