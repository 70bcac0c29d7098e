package org.givre.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.givre.orchestrator.job.JobPhase.ACCEPTED;
import static org.givre.orchestrator.job.JobPhase.CANCELLED;
import static org.givre.orchestrator.job.JobPhase.CANCELLING;
import static org.givre.orchestrator.job.JobPhase.COMPLETED;
import static org.givre.orchestrator.job.JobPhase.COMPLETED_WITH_EXCEPTIONS;
import static org.givre.orchestrator.job.JobPhase.EXPIRED;
import static org.givre.orchestrator.job.JobPhase.FAILED;
import static org.givre.orchestrator.job.JobPhase.PAUSED;
import static org.givre.orchestrator.job.JobPhase.PAUSING;
import static org.givre.orchestrator.job.JobPhase.PLANNED;
import static org.givre.orchestrator.job.JobPhase.QUEUED;
import static org.givre.orchestrator.job.JobPhase.RUNNING;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.givre.devices.action.Action;
import org.givre.protocols.journal.v1.Envelope;
import org.junit.jupiter.api.Test;

/**
 * Thousands of sequences of verbs and reports, most of which no dispatch would ever tell: whatever
 * comes, a job stays in order.
 */
class JobChaosTest {
  private static final int SEQUENCES = 2_000;
  private static final int STEPS = 50;

  private static final Set<JobPhase> ENDS =
      EnumSet.of(COMPLETED, COMPLETED_WITH_EXCEPTIONS, FAILED);

  /** Where a job may go by one event, besides {@link #ENDS}. */
  private static final Map<JobPhase, Set<JobPhase>> EDGES =
      Map.of(
          ACCEPTED, EnumSet.of(QUEUED, CANCELLING, EXPIRED),
          QUEUED, EnumSet.of(PLANNED, RUNNING, PAUSING, PAUSED, CANCELLING, EXPIRED),
          PLANNED, EnumSet.of(QUEUED, RUNNING, PAUSING, PAUSED, CANCELLING, EXPIRED),
          RUNNING, EnumSet.of(PAUSING, PAUSED, CANCELLING),
          PAUSING, EnumSet.of(PAUSED, RUNNING, QUEUED, CANCELLING),
          PAUSED, EnumSet.of(PAUSING, QUEUED, CANCELLING, EXPIRED));

  private final JobCodec codec = new JobCodec();
  private final Set<String> edgesSeen = new TreeSet<>();

  @Test
  void keepsAJobInOrderWhateverComes() {
    for (long seed = 1; seed <= SEQUENCES; seed++) {
      try {
        live(new RandomJob(seed));
      } catch (AssertionError broken) {
        throw new AssertionError("seed " + seed, broken);
      }
    }
    assertThat(edgesSeen).as("every edge was taken").containsAll(everyEdge());
  }

  private static List<String> everyEdge() {
    return EDGES.entrySet().stream()
        .flatMap(edge -> edge.getValue().stream().map(to -> edge.getKey() + " " + to))
        .sorted()
        .toList();
  }

  private void live(RandomJob random) {
    var job = random.job();
    for (int step = 0; step < STEPS; step++) {
      for (var event : job.news(random.effects(job), RandomJob.NOON)) {
        var next = job.after(event, RandomJob.NOON);
        checkStep(job, event, next);
        checkState(next);
        job = next;
      }
      if (step % 5 == 0) {
        checkAllowed(job, random);
      }
    }
  }

  private void checkStep(JobState job, JobEvent event, JobState next) {
    assertThat(job.phase().terminal()).as("%s changes an ended job", event).isFalse();
    assertThat(next.revision()).isEqualTo(job.revision() + 1);
    assertThat(next.begun()).isIn(true, job.begun());
    if (next.phase() != job.phase()) {
      edgesSeen.add(job.phase() + " " + next.phase());
      assertThat(next.phase()).as("%s from %s", event, job.phase()).isIn(legal(job.phase()));
    }
    for (int i = 0; i < job.requests().size(); i++) {
      checkRequest(job.requests().get(i), event, next.requests().get(i));
    }
    var envelope = Envelope.newBuilder();
    codec.write(event, envelope);
    assertThat(codec.read(envelope.build())).contains(event);
  }

  private static Set<JobPhase> legal(JobPhase from) {
    if (from == CANCELLING) {
      return EnumSet.of(CANCELLED);
    }
    var legal = EnumSet.copyOf(ENDS);
    legal.addAll(EDGES.getOrDefault(from, Set.of()));
    return legal;
  }

  private static void checkRequest(RequestState request, JobEvent event, RequestState next) {
    if (request.phase().terminal() && next.phase() != request.phase()) {
      assertThat(event).isInstanceOf(JobEvent.RequestRetried.class);
      assertThat(next.phase()).isEqualTo(RequestPhase.PENDING);
    }
    assertThat(next.unwanted() && next.phase().terminal()).isFalse();
    assertThat(next.lift().isPresent()).isEqualTo(next.phase() == RequestPhase.PICKING);
    assertThat(next.picker().isPresent()).isEqualTo(next.phase() == RequestPhase.IN_TRANSIT);
    assertThat(next.delivered().isPresent()).isEqualTo(next.phase() == RequestPhase.DELIVERED);
    assertThat(next.returned().isPresent()).isEqualTo(next.phase() == RequestPhase.RETURNED);
  }

  private static void checkState(JobState job) {
    var under = job.phase() == PAUSING || job.phase() == CANCELLING;
    if (!under) {
      assertThat(job.underway()).isEmpty();
      assertThat(job.promisedAt()).isEmpty();
    }
    if (job.phase() == PAUSED) {
      assertThat(job.openTasks()).isEmpty();
      assertThat(job.has(RequestPhase.PICKING)).isFalse();
      assertThat(job.has(RequestPhase.RESERVED)).isFalse();
    }
    if (job.phase() == CANCELLED) {
      assertThat(job.openTasks()).isEmpty();
      assertThat(job.requests()).allMatch(request -> request.phase().terminal());
    }
    if (job.phase() == RUNNING) {
      assertThat(job.begun()).isTrue();
    }
    assertThat(job.hold()).isIn(false, job.phase() == ACCEPTED || job.phase().terminal());
  }

  /** What is allowed changes something, with some arguments; what is not is idle or refused. */
  private static void checkAllowed(JobState job, RandomJob random) {
    for (var type : JobVerbs.ALL) {
      var changes =
          variants(job, type)
              .flatMap(
                  action -> random.standings(job).map(s -> new JobVerbs(job, s).rule(action, "")))
              .anyMatch(ruling -> !job.news(ruling.effects(), RandomJob.NOON).isEmpty());
      assertThat(job.allowed().contains(type)).as("%s in %s", type, job).isEqualTo(changes);
    }
    assertThat(job.allowed()).isSubsetOf(JobVerbs.ALL).isSortedAccordingTo(byOrder());
  }

  private static Comparator<String> byOrder() {
    return Comparator.comparing(JobVerbs.ALL::indexOf);
  }

  private static Stream<Action> variants(JobState job, String type) {
    var action = Action.of("a", type);
    var items = IntStream.range(0, job.requests().size()).mapToObj(Integer::toString);
    return switch (type) {
      case "reprioritize" -> Stream.of("1", "9").map(p -> action.with("priority", p));
      case "reroute" -> Stream.of("P1", "P2").map(p -> action.with("port", p));
      case "skipItem", "retryItem" -> items.map(i -> action.with("item", i));
      default -> Stream.of(action);
    };
  }

  @Test
  void leavesAnEndedJobAsItIs() {
    for (var phase : JobPhase.values()) {
      if (phase.terminal()) {
        var random = new RandomJob(7);
        var ended = random.job().after(new JobEvent.JobEnded(phase, "over"), RandomJob.NOON);
        for (int step = 0; step < 2_000; step++) {
          var effects = new ArrayList<>(random.effects(ended));
          effects.addAll(random.effects(random.job()));
          assertThat(ended.news(effects, RandomJob.NOON)).isEmpty();
        }
      }
    }
  }
}
