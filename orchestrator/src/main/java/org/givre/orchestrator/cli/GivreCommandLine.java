package org.givre.orchestrator.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code givre}: all commands. */
@Command(
    name = "givre",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    versionProvider = GivreCommandLine.Version.class,
    description = "Orchestrates automated cryogenic sample stores for the least warm exposure.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:ok",
      "1:failed, or a job that ended with exceptions, or a plan that is not valid",
      "2:usage, or malformed input",
      "3:not found",
      "4:conflict with how things stand",
      "5:not allowed",
      "6:no engine answers",
      "7:the journal has stopped"
    })
public final class GivreCommandLine {
  private final Workplace workplace;

  public GivreCommandLine(Workplace workplace) {
    this.workplace = workplace;
  }

  /** Does what {@code arguments} say; returns what the shell is told. */
  public int run(String... arguments) {
    return commands().execute(arguments);
  }

  private CommandLine commands() {
    var jobs =
        new CommandLine(new JobsCommand())
            .addSubcommand(new JobsSubmit(workplace))
            .addSubcommand(new JobsLs(workplace))
            .addSubcommand(new JobsShow(workplace))
            .addSubcommand(new JobsWatch(workplace))
            .addSubcommand(new JobsRelease(workplace));
    var plan =
        new CommandLine(new PlanCommand(workplace))
            .addSubcommand(new PlanCheckCommand(workplace))
            .addSubcommand(new PlanBoundCommand(workplace));
    return configured(
        new CommandLine(this)
            .addSubcommand(new DemoCommand(workplace))
            .addSubcommand(new ServeCommand(workplace))
            .addSubcommand(new ImportCommand(workplace))
            .addSubcommand(jobs)
            .addSubcommand(group(new TubesCommand(), new TubesShow(workplace)))
            .addSubcommand(group(new DevicesCommand(), new DevicesLs(workplace)))
            .addSubcommand(group(new WorldCommand(), new WorldExportCommand(workplace)))
            .addSubcommand(plan));
  }

  private static CommandLine group(Object command, Object only) {
    return new CommandLine(command).addSubcommand(only);
  }

  private CommandLine configured(CommandLine commands) {
    return commands
        .setOut(writer(workplace.terminal().out()))
        .setErr(writer(workplace.terminal().err()))
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(this::misused)
        .setExecutionExceptionHandler(this::failed);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  private int misused(ParameterException misuse, String[] arguments) {
    var command = misuse.getCommandLine();
    var err = command.getErr();
    err.println(misuse.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(misuse, err)) {
      err.println("Try \"%s --help\".".formatted(command.getCommandSpec().qualifiedName()));
    }
    return ExitCode.MALFORMED;
  }

  private int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (failure instanceof CommandFailure told) {
      command.getErr().println(told.getMessage());
      return told.exitCode();
    }
    throw failure;
  }

  /** From the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      var version = GivreCommandLine.class.getPackage().getImplementationVersion();
      return new String[] {"givre " + (version == null ? "of this source tree" : version)};
    }
  }
}
