package org.givre.orchestrator.view;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.SpecimenId;

/**
 * Which tubes a search shows; what is empty does not restrict it.
 *
 * @param states any of these
 */
public record TubeFilter(
    Optional<SpecimenId> specimen,
    Optional<String> material,
    Optional<DewarId> dewar,
    Optional<RackId> rack,
    SortedSet<TubeState> states) {
  public TubeFilter {
    states = new TreeSet<>(states);
  }

  boolean accepts(TubePicture tube) {
    return specimen.stream().allMatch(tube.tube().specimen()::equals)
        && material.stream().allMatch(tube.tube().material()::equals)
        && (states.isEmpty() || states.contains(tube.state()))
        && ((dewar.isEmpty() && rack.isEmpty()) || isIn(tube.place()));
  }

  private boolean isIn(Place place) {
    return place instanceof Place.InRack in
        && dewar.stream().allMatch(in.dewar()::equals)
        && rack.stream().allMatch(in.position().rack()::equals);
  }
}
