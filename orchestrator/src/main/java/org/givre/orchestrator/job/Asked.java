package org.givre.orchestrator.job;

import java.util.List;
import java.util.Optional;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.TubeId;

/** What a request asked for, in the client's words. */
public sealed interface Asked {
  /** This tube and no other. */
  record NamedTube(TubeId tube) implements Asked {}

  /** Any one of these equivalent aliquots. */
  record AnyOf(List<TubeId> tubes) implements Asked {
    public AnyOf {
      tubes = List.copyOf(tubes);
    }
  }

  /** Any stored aliquot of a specimen, of one material where it is named. */
  record OfSpecimen(SpecimenId specimen, Optional<String> material) implements Asked {}
}
