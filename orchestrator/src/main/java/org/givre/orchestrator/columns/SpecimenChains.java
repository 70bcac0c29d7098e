package org.givre.orchestrator.columns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which tubes are of which specimen, in four bytes a tube: each tube names the one of its specimen
 * that came before it, and the oldest names the specimen. No chain is longer than {@value
 * #LONGEST}, so that a tube's specimen is near; a specimen of more tubes has several. Not
 * thread-safe.
 */
final class SpecimenChains {
  /** Above the aliquots that a specimen has; a control sample may have thousands. */
  private static final int LONGEST = 32;

  /** The tube before; of the oldest in a chain the specimen, below zero. */
  private final IntColumn links = new IntColumn();

  private final IntColumn newest = new IntColumn();
  private final ByteColumn lengths = new ByteColumn();

  /** Chains that are full, by their newest tubes; looked up by specimen, never iterated. */
  private final Map<Integer, List<Integer>> full = new HashMap<>();

  /** Adds the next tube. A specimen that is new has the next number. */
  void add(int specimen) {
    var tube = links.size();
    if (specimen == newest.size()) {
      newest.add(tube);
      lengths.add(1);
      links.add(~specimen);
    } else if (lengths.get(specimen) == LONGEST) {
      full.computeIfAbsent(specimen, none -> new ArrayList<>()).add(newest.get(specimen));
      newest.set(specimen, tube);
      lengths.set(specimen, 1);
      links.add(~specimen);
    } else {
      links.add(newest.get(specimen));
      newest.set(specimen, tube);
      lengths.set(specimen, lengths.get(specimen) + 1);
    }
  }

  /** What the tube is of. */
  int specimenOf(int tube) {
    var link = links.get(tube);
    while (link >= 0) {
      link = links.get(link);
    }
    return ~link;
  }

  /** The specimen's tubes, in no particular order. */
  List<Integer> tubesOf(int specimen) {
    var tubes = new ArrayList<Integer>();
    collect(newest.get(specimen), tubes);
    full.getOrDefault(specimen, List.of()).forEach(tube -> collect(tube, tubes));
    return tubes;
  }

  private void collect(int newestOfChain, List<Integer> tubes) {
    for (var tube = newestOfChain; tube >= 0; tube = links.get(tube)) {
      tubes.add(tube);
    }
  }
}
