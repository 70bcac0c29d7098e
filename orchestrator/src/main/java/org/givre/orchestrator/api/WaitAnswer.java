package org.givre.orchestrator.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.givre.orchestrator.dispatch.DispatchRequest.PlanPicture;
import org.givre.orchestrator.dispatch.planning.Obstacles;
import org.givre.orchestrator.job.JobEvent.Blocker;
import org.givre.orchestrator.job.JobState;

/** Why a job waits: what an operator or the plan has it wait for. */
final class WaitAnswer {
  /** Figures are said to a tenth; less is nothing, and has no sign of its own. */
  private static final double NOTHING = 0.05;

  private final JobState job;
  private final PlanPicture picture;

  WaitAnswer(JobState job, PlanPicture picture) {
    this.job = job;
    this.picture = picture;
  }

  ObjectNode json() {
    var place = place();
    var json = place.isPresent() ? planned(place.getAsInt()) : unplanned();
    reasons(place.isPresent()).forEach(((ArrayNode) json.get("why"))::add);
    return json;
  }

  /** The job in the plan; refused where it has a place in one that nobody can tell of. */
  private OptionalInt place() {
    if (job.phase().terminal()) {
      return OptionalInt.empty();
    }
    if (job.plan().filter(plan -> plan.version() == picture.state().version()).isPresent()) {
      return PlanAtHand.of(job.id(), picture).adopted.job(job.id());
    }
    return picture
        .reckoned()
        .filter(plan -> picture.goesOn())
        .map(plan -> plan.job(job.id()))
        .orElse(OptionalInt.empty());
  }

  private ObjectNode planned(int id) {
    var plan = PlanAtHand.of(job.id(), picture);
    return plan.writer.of(plan.explainer.job(id));
  }

  private ObjectNode unplanned() {
    var json = JsonNodeFactory.instance.objectNode().put("explains", "wait");
    json.putArray("why");
    json.put("job", job.id().value());
    json.putArray("untilFirst");
    json.putArray("untilLast");
    json.putArray("alternatives");
    return json;
  }

  private List<String> reasons(boolean planned) {
    var reasons = new ArrayList<String>();
    switch (job.phase()) {
      case ACCEPTED -> reasons.add("It is held until somebody releases it.");
      case PAUSING, PAUSED -> reasons.add("It is paused until somebody resumes it.");
      case CANCELLING -> reasons.add("It is being cancelled.");
      case QUEUED, PLANNED, RUNNING -> reasons.addAll(ofItsPlan(planned));
      default -> reasons.add("It is %s and waits for nothing.".formatted(job.phase()));
    }
    if (picture.state().site().held()) {
      reasons.add("The site is held: %s.".formatted(picture.state().site().reason()));
    }
    job.blockers().stream().map(this::reason).distinct().forEach(reasons::add);
    return reasons;
  }

  private List<String> ofItsPlan(boolean planned) {
    if (picture.making()) {
      return List.of(
          planned
              ? "Another plan is being made."
              : "A plan for it is being made, together with what else has come.");
    }
    return planned || !job.blockers().isEmpty()
        ? List.of()
        : List.of("It has no place in plan %d.".formatted(picture.state().version()));
  }

  private String reason(Blocker blocker) {
    return blocker.code().equals(Obstacles.COMPANY) && job.waits() ? company() : words(blocker);
  }

  private String company() {
    var company = job.company();
    double change = -company.estimatedSavingTubeSeconds().orElse(0);
    return String.format(
        Locale.ROOT,
        "%d of its %d items wait for others that need the same racks, until %s at the latest:"
            + " %+,.1f tube-seconds if everything that waits went together.",
        company.requests().size(),
        job.requests().size(),
        company.until().map(Instant::toString).orElse("then"),
        Math.abs(change) < NOTHING ? 0.0 : change);
  }

  private static String words(Blocker blocker) {
    var words = new StringBuilder("In the way: ").append(blocker.code());
    if (!blocker.resource().isEmpty()) {
      words.append(' ').append(blocker.resource());
    }
    blocker.by().ifPresent(by -> words.append(" by ").append(by));
    if (!blocker.detail().isEmpty()) {
      words.append(" (").append(blocker.detail()).append(')');
    }
    return words.append('.').toString();
  }
}
