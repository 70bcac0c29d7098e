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
    var code = commands().execute(arguments);
    return code == ExitCode.OK ? written() : code;
  }

  /** A result that nobody got is no success, whatever the command. */
  private int written() {
    try {
      ManyLines.requireWritten(workplace.terminal().out());
      return ExitCode.OK;
    } catch (CommandFailure lost) {
      workplace.terminal().err().println(lost.getMessage());
      return lost.exitCode();
    }
  }

  private CommandLine commands() {
    return configured(
        new CommandLine(this)
            .addSubcommand(new DemoCommand(workplace))
            .addSubcommand(new ServeCommand(workplace))
            .addSubcommand(new ImportCommand(workplace))
            .addSubcommand(jobs())
            .addSubcommand(group(new TubesCommand(), new TubesShow(workplace)))
            .addSubcommand(devices())
            .addSubcommand(site())
            .addSubcommand(new AuditCommand(workplace))
            .addSubcommand(journal())
            .addSubcommand(group(new WorldCommand(), new WorldExportCommand(workplace)))
            .addSubcommand(plan()));
  }

  private CommandLine jobs() {
    var jobs =
        new CommandLine(new JobsCommand())
            .addSubcommand(new JobsSubmit(workplace))
            .addSubcommand(new JobsLs(workplace))
            .addSubcommand(new JobsShow(workplace))
            .addSubcommand(new JobsWatch(workplace))
            .addSubcommand(new JobsExplain(workplace));
    add(jobs, "release", job("release"), "Let a held job go.");
    add(jobs, "pause", job("pause"), "Let a job rest, with nothing of it out of the cold.");
    add(jobs, "resume", job("resume"), "Let a paused job go on.");
    add(jobs, "cancel", job("cancel"), "End a job; what was picked for it goes back to its wells.");
    add(jobs, "reprioritize", new JobsReprioritize(workplace), "Say how urgent a job is.");
    add(
        jobs,
        "reroute",
        new JobsReroute(workplace),
        "Say which way a job's undone work is to go; without a way, any.");
    add(jobs, "skip-item", item("skipItem"), "Leave an item of a job out.");
    return add(jobs, "retry-item", item("retryItem"), "Try an item of a job again.");
  }

  private JobAction job(String type) {
    return new JobAction(workplace, type);
  }

  private JobAction item(String type) {
    return new JobsItemAction(workplace, type);
  }

  private CommandLine devices() {
    var devices = group(new DevicesCommand(), new DevicesLs(workplace));
    add(devices, "pause", device("pause"), "Let a device begin nothing.");
    add(devices, "resume", device("resume"), "Let a paused device take work again.");
    add(devices, "drain", device("drain"), "Let a device give away what it has, and no more.");
    return add(
        devices,
        "return-to-service",
        device("returnToService"),
        "Let a device that was drained, or has failed, take work again.");
  }

  private DeviceAction device(String type) {
    return new DeviceAction(workplace, type);
  }

  private CommandLine site() {
    var site = group(new SiteCommand(), new SiteShow(workplace));
    add(
        site,
        "hold",
        new SiteAction(workplace, "holdAll"),
        "Bring everything to the cold, and stop.");
    return add(site, "release", new SiteAction(workplace, "release"), "Let everything go on.");
  }

  private CommandLine journal() {
    return new CommandLine(new JournalCommand())
        .addSubcommand(new JournalVerify(workplace))
        .addSubcommand(new JournalBackup(workplace))
        .addSubcommand(new JournalRestore(workplace))
        .addSubcommand(new JournalStats(workplace))
        .addSubcommand(new JournalExport(workplace))
        .addSubcommand(new JournalRotateKey(workplace));
  }

  private CommandLine plan() {
    return new CommandLine(new PlanCommand(workplace))
        .addSubcommand(new PlanCheckCommand(workplace))
        .addSubcommand(new PlanBoundCommand(workplace))
        .addSubcommand(new PlanExplainCommand(workplace))
        .addSubcommand(new PlanPreviewCommand(workplace));
  }

  private static CommandLine group(Object command, Object only) {
    return new CommandLine(command).addSubcommand(only);
  }

  /** Commands that do the same with another word are of one class. */
  private static CommandLine add(
      CommandLine group, String name, Object command, String description) {
    var added = new CommandLine(command);
    added.getCommandSpec().usageMessage().description(description);
    return group.addSubcommand(name, added);
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
