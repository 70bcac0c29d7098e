package org.givre.orchestrator.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.givre.orchestrator.campaign.Kind.ANY_MOMENT;
import static org.givre.orchestrator.campaign.Kind.COMMAND;
import static org.givre.orchestrator.campaign.Kind.IMPORT;
import static org.givre.orchestrator.campaign.Kind.MOTION;
import static org.givre.orchestrator.campaign.Kind.PUT_BACK;
import static org.givre.orchestrator.campaign.Kind.RECOVERY;
import static org.givre.orchestrator.campaign.Kind.SUBMISSION;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged engine is killed, and loses nothing. */
class EngineKillTest {
  /** The same in every build; {@code -Dcampaign.seed=N} chooses others. */
  private static final long SEED = Long.getLong("campaign.seed", 1);

  @Test
  @Tag("kill")
  @Timeout(300)
  void losesNothingInThreeKills() throws Exception {
    var tally = new Campaign("small", SEED, 4).run(List.of(IMPORT, SUBMISSION, MOTION));
    assertThat(tally.kills()).isEqualTo(3);
  }

  @Test
  @Tag("campaign")
  @Timeout(2_700)
  void losesNothingInFiftyKills() throws Exception {
    var tally = new Campaign("large", SEED, 27).run(rounds());
    assertThat(tally.kills()).isEqualTo(50);
    assertThat(tally.count(Kill::inMotion)).as("in motion").isGreaterThanOrEqualTo(25);
    assertThat(tally.count(Kill::inImport)).as("in an import").isPositive();
    assertThat(tally.count(Kill::inSubmission)).as("in a submission").isPositive();
    assertThat(tally.count(Kill::inPutBack)).as("in a put-back").isPositive();
    assertThat(tally.count(Kill::inRecovery)).as("in recovery").isPositive();
  }

  /** Imports first, then work to do, then everything mixed. */
  private static List<Kind> rounds() {
    var mixed = new ArrayList<Kind>();
    mixed.addAll(Collections.nCopies(5, SUBMISSION));
    mixed.addAll(Collections.nCopies(6, COMMAND));
    mixed.addAll(Collections.nCopies(11, MOTION));
    mixed.addAll(Collections.nCopies(6, ANY_MOMENT));
    mixed.addAll(Collections.nCopies(8, PUT_BACK));
    mixed.addAll(Collections.nCopies(6, RECOVERY));
    Collections.shuffle(mixed, new Random(SEED));
    var rounds = new ArrayList<>(Collections.nCopies(5, IMPORT));
    rounds.addAll(Collections.nCopies(3, SUBMISSION));
    rounds.addAll(mixed);
    return rounds;
  }
}
