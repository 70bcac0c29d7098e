package org.givre.orchestrator.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.givre.orchestrator.planfile.InstanceConsistency;
import org.givre.orchestrator.planfile.InstanceFile;
import org.givre.orchestrator.planfile.MalformedFileException;
import org.givre.orchestrator.planfile.PlanFile;
import org.givre.orchestrator.planfile.UnknownReferenceException;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.RetrievalPlan;

/** Instances and plans on disk; what is wrong with one is a {@link CommandFailure}. */
final class PlanningFiles {
  private PlanningFiles() {}

  /** Reads an instance to be judged by. */
  static Instance instance(Path file) {
    return read(file, InstanceFile::read);
  }

  /** Reads an instance to be planned; it must not contradict itself. */
  static Instance problem(Path file) {
    return read(
        file,
        from -> {
          var instance = InstanceFile.read(from);
          InstanceConsistency.require(instance);
          return instance;
        });
  }

  /**
   * Reads a plan.
   *
   * @throws UnknownReferenceException which is a matter of judgement and not of reading
   */
  static RetrievalPlan plan(Path file) {
    return read(file, PlanFile::read);
  }

  private static <T> T read(Path file, Reading<T> reading) {
    try {
      return reading.read(file);
    } catch (UnknownReferenceException judged) {
      throw judged;
    } catch (MalformedFileException malformed) {
      throw new CommandFailure(
          ExitCode.MALFORMED, "%s: %s".formatted(file, malformed.getMessage()), malformed);
    } catch (IOException e) {
      throw InputFile.notReadable(file, e);
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read(Path file) throws IOException;
  }
}
