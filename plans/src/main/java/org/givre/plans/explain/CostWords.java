package org.givre.plans.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.plans.check.Violation;

/** What an alternative costs and breaks, in words. */
final class CostWords {
  /** Figures are said to a tenth; less is nothing. */
  static final double NOTHING = 0.05;

  /** More are counted, not named. */
  private static final int MOST_NAMED = 4;

  private CostWords() {}

  /** Such as {@code +38.0 tube-seconds, breaks the cap of rack 7 level 3}. */
  static String of(Alternative alternative) {
    var difference = alternative.difference();
    var words = new ArrayList<String>();
    words.add(signed(difference.exposureTs()) + " tube-seconds");
    seconds(words, difference.makespanSeconds(), "the last delivery of all");
    if (Math.abs(difference.weightedTardinessSeconds()) >= NOTHING) {
      words.add(signed(difference.weightedTardinessSeconds()) + " s of weighted tardiness");
    }
    if (alternative.moreUnloads() != 0) {
      words.add(unloads(alternative.moreUnloads()));
    }
    if (Math.abs(difference.compositeTs() - difference.exposureTs()) >= NOTHING) {
      words.add("in all " + signed(difference.compositeTs()));
    }
    breaks(words, difference.breaks());
    return String.join(", ", words);
  }

  private static String unloads(int more) {
    var number = Math.abs(more);
    return "%d unloading%s %s"
        .formatted(number, number == 1 ? "" : "s", more < 0 ? "less" : "more");
  }

  private static void seconds(List<String> words, double seconds, String what) {
    if (Math.abs(seconds) >= NOTHING) {
      words.add("%s %s".formatted(what, moved(seconds)));
    }
  }

  /** Such as {@code 12.0 s later}. */
  static String moved(double seconds) {
    return String.format(
        Locale.ROOT, "%,.1f s %s", Math.abs(seconds), seconds < 0 ? "earlier" : "later");
  }

  private static String signed(double number) {
    return String.format(Locale.ROOT, "%+,.1f", Math.abs(number) < NOTHING ? 0.0 : number);
  }

  private static void breaks(List<String> words, List<Violation> violations) {
    Map<String, List<String>> subjects = new TreeMap<>();
    for (var violation : violations) {
      var known = subjects.computeIfAbsent(verb(violation), verb -> new ArrayList<>());
      if (!known.contains(subject(violation))) {
        known.add(subject(violation));
      }
    }
    subjects.forEach((verb, own) -> words.add(verb + listed(own)));
  }

  private static String verb(Violation violation) {
    return switch (violation.kind()) {
      case MAX_OUT -> "breaks the cap of ";
      case BUDGET -> "breaks the budget of ";
      case DEADLINE -> "misses the deadline of ";
      case CAPACITY -> "overfills the carrier of ";
      case PORT_BUFFER -> "overfills the buffer of ";
      case UNSERVED -> "leaves out ";
      default -> "";
    };
  }

  private static String subject(Violation violation) {
    return verb(violation).isEmpty()
        ? violation.subject() + " " + violation.message()
        : violation.subject();
  }

  /** Jobs that are delivered later, those that move most first; empty for none. */
  static String later(SortedMap<Integer, Double> delaySeconds, int but) {
    return listed(
        delaySeconds.entrySet().stream()
            .filter(job -> job.getKey() != but && job.getValue() >= NOTHING)
            .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
            .map(job -> "job %d %s".formatted(job.getKey(), moved(job.getValue())))
            .toList());
  }

  /** Such as {@code job 1, job 2 and 3 others}; {@code what} is {@code job} or {@code level}. */
  static String numbered(String what, List<Integer> ids) {
    return listed(ids.stream().map(id -> what + " " + id).toList());
  }

  /** Such as {@code a, b and 3 others}: one more is named rather than counted. */
  static String listed(List<String> all) {
    if (all.size() > MOST_NAMED + 1) {
      var named = String.join(", ", all.subList(0, MOST_NAMED));
      return "%s and %d others".formatted(named, all.size() - MOST_NAMED);
    }
    var last = all.size() - 1;
    return last < 1
        ? String.join("", all)
        : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
  }
}
