package org.givre.orchestrator.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What may help where a limit leaves something out, by kind of violation. */
enum Remedy {
  BUDGET(
      "another tube, best one higher up or of another rack; fewer from that rack; a greater budget"),
  CAPACITY("an empty place in a carrier"),
  DEADLINE(
      "a later deadline, fewer jobs with one, more pickers, or a longer search (--time-limit)"),
  DEWAR_UNAVAILABLE("a longer time in which the dewar and the picker are free"),
  MAX_OUT("a tube higher up or of another rack, or a longer stay outside (box_max_out_s)"),
  REACH("another picker or port for the job, or a tube elsewhere"),
  TUBE("more tubes to choose from"),
  UNSERVED("a longer search (--time-limit)");

  private final String words;

  Remedy(String words) {
    this.words = words;
  }

  /** A line for each of these kinds, such as {@code tube: more tubes to choose from}. */
  static List<String> lines(Collection<String> constraints) {
    return Arrays.stream(values())
        .filter(remedy -> constraints.contains(remedy.constraint()))
        .map(remedy -> remedy.constraint() + ": " + remedy.words)
        .toList();
  }

  /** The kind of violation. */
  private String constraint() {
    return name().toLowerCase(Locale.ROOT);
  }
}
