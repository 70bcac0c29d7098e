package org.givre.orchestrator.cli;

import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code givre journal rotate-key}. */
@Command(
    name = "rotate-key",
    description = {
      "Sign heads of the chain with a new key from now on.",
      "The present key vouches for the new one; public keys are kept for ever, so that old heads can still be checked."
    })
final class JournalRotateKey extends JournalTask {
  JournalRotateKey(Workplace workplace) {
    super(workplace);
  }

  @Override
  String doing() {
    return "rotating the key";
  }

  @Override
  int run(TaskProgress progress) throws IOException {
    try (var held = workplace().journals().hold(dataDirectory());
        var store = held.open(progress.opening())) {
      print("Heads are signed with key %s from now on".formatted(store.rotateKey()));
      return ExitCode.OK;
    }
  }
}
