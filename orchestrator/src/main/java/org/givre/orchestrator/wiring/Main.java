package org.givre.orchestrator.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.givre.devices.sim.WorldExport;
import org.givre.orchestrator.cli.GivreCommandLine;
import org.givre.orchestrator.cli.Terminal;
import org.givre.orchestrator.cli.Workplace;

/** {@code givre}: gives the command line the machine that it runs on. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(new GivreCommandLine(workplace()).run(arguments));
  }

  private static Workplace workplace() {
    var wall = Clock.systemUTC();
    var chance = new SecureRandom();
    return new Workplace(
        new Terminal(System.out, System.err, Interactive.terminal()),
        Optional.ofNullable(System.getenv("GIVRE_URL")),
        System.getProperty("user.name", ""),
        wall,
        new Ulids(wall, chance),
        new LocalEngines(new Machine(wall, chance)),
        (world, history, out) -> export(world, wall, history, out),
        new LocalJournals(new Machine(wall, chance)));
  }

  private static void export(Path world, Clock wall, boolean history, Appendable out)
      throws IOException {
    try (var truth = WorldExport.read(world, wall)) {
      if (history) {
        truth.writeHistory(out);
      } else {
        truth.writePlaces(out);
      }
    }
  }
}
