package org.givre.plans.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.givre.plans.explain.ChoiceExplanation.Chosen;
import org.givre.plans.explain.ChoiceExplanation.Other;
import org.givre.plans.explain.ChoiceExplanation.TubePlace;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.PlanOp;

/** Explanations of one plan in sentences. */
public final class Words {
  private final Explainer explainer;
  private final Naming naming;

  public Words(Explainer explainer, Naming naming) {
    this.explainer = explainer;
    this.naming = naming;
  }

  /** What an alternative does, costs and breaks. */
  public String of(Alternative alternative) {
    return naming.named(said(alternative));
  }

  private static String said(Alternative alternative) {
    return alternative.change().words() + ": " + CostWords.of(alternative);
  }

  /** Why a request gets its tube. */
  public List<String> of(ChoiceExplanation choice) {
    var words = new ArrayList<String>();
    words.add(choice.chosen().map(chosen -> chosen(choice, chosen)).orElseGet(() -> none(choice)));
    if (choice.chosen().filter(chosen -> chosen.where().firstListed()).isPresent()) {
      words.add("It is the tube listed first, which first come, first served would take, too.");
    }
    if (choice.carriedBy().isEmpty()) {
      words.add(judgement(choice));
    }
    return named(words);
  }

  private String chosen(ChoiceExplanation choice, Chosen chosen) {
    return "request %d of job %d gets %s, in lift %d at %s, which picks %s for %s."
        .formatted(
            choice.request(),
            choice.job(),
            place(chosen.where()),
            chosen.lift(),
            naming.at(start(chosen.lift())),
            counted(chosen.picks(), "tube"),
            counted(chosen.jobs(), "job"));
  }

  private static String none(ChoiceExplanation choice) {
    return choice.carriedBy().isPresent()
        ? "request %d of job %d: its tube is in the carrier of picker %d already; there is nothing to choose."
            .formatted(choice.request(), choice.job(), choice.carriedBy().getAsInt())
        : "request %d of job %d gets no tube in this plan."
            .formatted(choice.request(), choice.job());
  }

  private static String judgement(ChoiceExplanation choice) {
    var best = choice.others().stream().flatMap(other -> other.instead().stream()).toList();
    if (choice.chosen().isEmpty()) {
      return best.stream().anyMatch(a -> a.difference().isAllowed())
          ? "It could have one."
          : "It can have none without breaking something.";
    }
    if (choice.others().isEmpty()) {
      return "There is no other tube for it.";
    }
    return best.isEmpty() ? "No other tube can be had." : judgement("tube", best);
  }

  private static String judgement(String what, List<Alternative> best) {
    var allowed = best.stream().map(Alternative::difference).filter(Difference::isAllowed).toList();
    if (allowed.isEmpty()) {
      return "No other %s is allowed.".formatted(what);
    }
    var cheaper = allowed.stream().filter(d -> d.compositeTs() < -CostWords.NOTHING).toList();
    if (cheaper.isEmpty()) {
      return "No other %s is cheaper.".formatted(what);
    }
    boolean warmer = cheaper.stream().allMatch(d -> d.exposureTs() > CostWords.NOTHING);
    return warmer
        ? "Another %s would save time worth more than it warms; but warmth comes first."
            .formatted(what)
        : "Another %s would be cheaper by itself: the plan is not the best there is."
            .formatted(what);
  }

  /** What is to be said of a tube that might have been taken. */
  public String of(Other other) {
    var where = place(other.where());
    var fcfs = other.where().firstListed() ? " (first come, first served)" : "";
    var cost =
        other
            .instead()
            .map(Words::said)
            .orElseGet(
                () ->
                    other.takenFor().isPresent()
                        ? "goes to request " + other.takenFor().getAsInt()
                        : "was not looked at");
    return naming.named("%s%s %s".formatted(where, fcfs, cost));
  }

  private static String place(TubePlace where) {
    return "tube %d of rack %d level %d".formatted(where.tube(), where.rack(), where.level());
  }

  /** Why one lift is done before another. */
  public List<String> of(OrderExplanation order) {
    var words = new ArrayList<String>();
    words.add(
        "lift %d of rack %d starts at %s, lift %d of rack %d at %s."
            .formatted(
                order.earlier(),
                lift(order.earlier()).rack(),
                naming.at(start(order.earlier())),
                order.later(),
                lift(order.later()).rack(),
                naming.at(start(order.later()))));
    words.add(
        order.instead().isEmpty()
            ? "Neither waits for the other: each starts when its picker gets there."
            : judgement("order", order.instead()));
    return named(words);
  }

  /** Why a rack is lifted as it is. */
  public List<String> of(LiftExplanation lift) {
    var words = new ArrayList<String>();
    var levels = lift.levels().stream().distinct().sorted().toList();
    words.add(
        "lift %d %s rack %d at %s for %s at %s."
            .formatted(
                lift.lift(),
                lift.op().mode() == LiftMode.PARK ? "parks a box of" : "holds",
                lift.op().rack(),
                naming.at(start(lift.lift())),
                counted(lift.op().picks().size(), "tube"),
                CostWords.numbered("level", levels)));
    words.add(
        lift.instead().isEmpty()
            ? "There is no other way to lift it."
            : judgement("way to lift it", lift.instead()));
    return named(words);
  }

  /** Why a job waits. */
  public List<String> of(WaitExplanation wait) {
    var words = new ArrayList<String>();
    if (wait.first().isEmpty()) {
      words.add("This plan does nothing for job %d.".formatted(wait.job()));
      return named(words);
    }
    int first = wait.first().getAsInt();
    words.add(
        "job %d begins with %s at %s.".formatted(wait.job(), work(first), naming.at(start(first))));
    wait.deliveredSeconds()
        .ifPresent(at -> words.add("Its last tube is delivered at %s.".formatted(naming.at(at))));
    wait.doneFirst().ifPresent(done -> words.addAll(doneFirst(wait.job(), done)));
    return named(words);
  }

  private static List<String> doneFirst(int job, Alternative done) {
    var words = new ArrayList<String>();
    double delay = done.difference().delaySeconds().getOrDefault(job, 0.0);
    var when = delay == 0 ? "at the same time" : CostWords.moved(delay);
    words.add(
        "%s, it is delivered %s: %s."
            .formatted(capital(done.change().words()), when, CostWords.of(done)));
    var later = CostWords.later(done.difference().delaySeconds(), job);
    if (!later.isEmpty()) {
      words.add("Then %s.".formatted(later));
    }
    return words;
  }

  /**
   * A plan at a glance.
   *
   * @param boundTs weighted tube-seconds that no plan for the same requests can fall below
   */
  public List<String> of(PlanSummary summary, double boundTs) {
    var words = new ArrayList<String>();
    words.add(
        String.format(
            Locale.ROOT,
            "%s for %s: %,.1f tube-seconds; no valid plan has less than %,.1f%s.",
            counted(summary.lifts().size(), "lift"),
            counted(summary.jobs().size(), "job"),
            explainer.verdict().exposure().totalTs(),
            boundTs,
            gap(boundTs)));
    if (!explainer.verdict().isValid()) {
      words.add("This plan is not valid: " + broken() + ".");
    }
    return named(words);
  }

  /** Of a plan that leaves something out or breaks a limit, the bound says nothing. */
  private String gap(double boundTs) {
    double exposure = explainer.verdict().exposure().totalTs();
    return boundTs <= 0 || !explainer.verdict().isValid()
        ? ""
        : String.format(Locale.ROOT, ", %.1f %% above it", 100 * (exposure / boundTs - 1));
  }

  private String broken() {
    return explainer.verdict().violations().stream()
        .map(violation -> violation.kind().text())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** One thing that is waited for. */
  public String of(Wait wait) {
    return naming.named(new WaitWords(explainer.plan(), naming).of(wait));
  }

  private String work(int number) {
    return WaitWords.work(explainer.plan(), number);
  }

  private PlanOp.Lift lift(int number) {
    return (PlanOp.Lift) explainer.plan().ops().get(number);
  }

  private double start(int number) {
    return explainer.plan().ops().get(number).startSeconds();
  }

  private static String counted(int number, String what) {
    return number == 1 ? "1 " + what : "%d %ss".formatted(number, what);
  }

  private List<String> named(List<String> sentences) {
    return sentences.stream().map(naming::named).map(Words::capital).toList();
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
