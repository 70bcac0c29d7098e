package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.plans.instance.Instance;
import org.givre.plans.search.PlannedRetrieval.Unplanned;
import org.givre.plans.search.model.StrandedReturn;

/** What a planner left out, and why. */
record NotPlanned(Instance instance, List<Unplanned> requests, List<StrandedReturn> returns) {
  /** As many as fit a screen; {@code --json} has them all. */
  private static final int MOST_SHOWN = 20;

  NotPlanned {
    requests = List.copyOf(requests);
    returns = List.copyOf(returns);
  }

  /** A line each, and what may help; nothing where nothing was left out. */
  void print(PrintStream out) {
    var jobs = jobOfRequest();
    list(
        "not planned, " + Figures.counted(requests.size(), "request", "requests"),
        requests.stream().map(left -> line(left, jobs)).toList(),
        out);
    list(
        "not put back, " + Figures.counted(returns.size(), "tube", "tubes"),
        returns.stream()
            .map(left -> "tube %d: %s: %s".formatted(left.tube(), left.constraint(), left.detail()))
            .toList(),
        out);
    list("what may help", Remedy.lines(constraints()), out);
  }

  private SortedSet<String> constraints() {
    var constraints = new TreeSet<String>();
    requests.forEach(left -> constraints.add(left.constraint()));
    returns.forEach(left -> constraints.add(left.constraint()));
    return constraints;
  }

  private static String line(Unplanned left, SortedMap<Integer, Integer> jobs) {
    return "request %d of job %d: %s: %s"
        .formatted(left.request(), jobs.get(left.request()), left.constraint(), left.detail());
  }

  private static void list(String title, List<String> lines, PrintStream out) {
    if (lines.isEmpty()) {
      return;
    }
    out.println(title + ":");
    lines.stream().limit(MOST_SHOWN).forEach(line -> out.println("  " + line));
    if (lines.size() > MOST_SHOWN) {
      out.println("  and %d more; --json has them all".formatted(lines.size() - MOST_SHOWN));
    }
  }

  /** Adds {@code unplanned} and {@code stranded}, empty lists where nothing was left out. */
  void addTo(ObjectNode json) {
    var jobs = jobOfRequest();
    var unplanned = json.putArray("unplanned");
    for (var left : requests) {
      unplanned
          .addObject()
          .put("request", left.request())
          .put("job", jobs.get(left.request()))
          .put("constraint", left.constraint())
          .put("detail", left.detail());
    }
    var stranded = json.putArray("stranded");
    for (var left : returns) {
      stranded
          .addObject()
          .put("tube", left.tube())
          .put("constraint", left.constraint())
          .put("detail", left.detail());
    }
  }

  private SortedMap<Integer, Integer> jobOfRequest() {
    var jobs = new TreeMap<Integer, Integer>();
    instance.jobs().forEach(job -> job.requests().forEach(r -> jobs.put(r.id(), job.id())));
    return jobs;
  }
}
