package org.givre.journal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Checks all of a backup before anything is made of it, and gathers its catalogue. */
final class BackupCheck {
  private final Restore restore;
  private final CatalogueRoll roll;
  private final Findings findings = new Findings();

  BackupCheck(Restore restore, Catalogue catalogue) {
    this.restore = restore;
    this.roll = new CatalogueRoll(catalogue);
  }

  /**
   * Follows the chain through all segments.
   *
   * @throws JournalDamage where it is not whole
   * @throws JournalRefusal when it does not lead to its head, or a head of the past is not on it
   */
  void run(List<Path> segments, SignedHead head) throws IOException {
    try (var heads = new HeadAudit(restore.backup(), restore.signing(), findings)) {
      var at = ChainPoint.genesis(restore.store());
      heads.pass(at);
      for (var file : segments) {
        at =
            new SegmentFile(file, restore.store())
                .read(at, (block, after, position) -> next(block, after, heads))
                .after();
      }
      heads.end(at);
      if (!at.equals(head.point())) {
        throw JournalDamage.at(at.lastOffset() + 1, "its chain does not end with its signed head");
      }
      if (findings.all() > 0) {
        throw Manifest.damaged(restore.backup(), findings.found().get(0).toString());
      }
    }
  }

  private boolean next(Block block, ChainPoint after, HeadAudit heads) {
    try {
      roll.roll(block);
      heads.pass(after);
      restore.progress(after.lastOffset());
      return true;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
