package org.givre.devices.rack;

import akka.actor.typed.Behavior;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.givre.devices.journal.JournalledActor;
import org.givre.devices.journal.Recorded;
import org.givre.devices.rack.RackCommand.Describe;
import org.givre.devices.rack.RackCommand.Free;
import org.givre.devices.rack.RackCommand.Import;
import org.givre.devices.rack.RackCommand.Imported;
import org.givre.devices.rack.RackCommand.Keep;
import org.givre.devices.rack.RackCommand.Kept;
import org.givre.devices.rack.RackCommand.LiftRecorded;
import org.givre.devices.rack.RackCommand.ReportLift;
import org.givre.devices.rack.RackCommand.Reserve;
import org.givre.devices.rack.RackCommand.Rest;
import org.givre.devices.rack.RackEvent.RackLifted;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.devices.rack.RackEvent.TubesFreed;
import org.givre.devices.rack.RackEvent.TubesImported;
import org.givre.devices.rack.RackEvent.TubesReserved;
import org.givre.devices.rack.RackEvent.WellsKept;
import org.givre.devices.time.EngineTime;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;

/**
 * One rack: the authority on which tubes stand in it, for which jobs they are set aside, and what
 * each lift did to them.
 *
 * <p>A reservation and a well for a tube on its way back may be refused, tube by tube; an import as
 * a whole. A lift has happened: it is recorded even where it contradicts what the rack believed.
 * Whatever is repeated is answered again and persists nothing.
 */
public final class Rack extends JournalledActor<RackCommand, RackEvent, RackState> {
  private final RackId id;
  private final RackShape shape;

  /** A rack of {@code shape}; empty unless the journal knows more. */
  public static Behavior<RackCommand> create(RackId id, RackShape shape, EngineTime time) {
    return new Rack(id, shape, time);
  }

  private Rack(RackId id, RackShape shape, EngineTime time) {
    super(PersistenceId.of("rack", id.value()), time);
    this.id = id;
    this.shape = shape;
  }

  @Override
  public RackState emptyState() {
    return RackState.empty(id, shape);
  }

  @Override
  protected RackState after(RackState before, Recorded<RackEvent> recorded) {
    return recorded.event().after(before);
  }

  @Override
  public CommandHandler<RackCommand, Recorded<RackEvent>, RackState> commandHandler() {
    return newCommandHandlerBuilder()
        .forAnyState()
        .onCommand(Import.class, this::onImport)
        .onCommand(Reserve.class, this::onReserve)
        .onCommand(Keep.class, this::onKeep)
        .onCommand(Free.class, this::onFree)
        .onCommand(ReportLift.class, this::onReportLift)
        .onCommand(Describe.class, this::onDescribe)
        .onCommand(Rest.class, rest -> Effect().stop())
        .build();
  }

  private Effect<Recorded<RackEvent>, RackState> onImport(RackState state, Import command) {
    var conflicts = state.conflicts(command.tubes());
    if (!conflicts.isEmpty()) {
      return Effect().reply(command.replyTo(), new Imported(id, 0, 0, conflicts));
    }
    var news = state.news(command.tubes());
    var unchanged = command.tubes().size() - news.size();
    var answer = new Imported(id, news.size(), unchanged, List.of());
    return news.isEmpty()
        ? Effect().reply(command.replyTo(), answer)
        : persist(new TubesImported(command.importId(), news), command.cause())
            .thenReply(command.replyTo(), next -> answer);
  }

  private Effect<Recorded<RackEvent>, RackState> onReserve(RackState state, Reserve command) {
    var answer = state.answer(command.job(), command.tubes());
    var news = state.free(answer.granted());
    return news.isEmpty()
        ? Effect().reply(command.replyTo(), answer)
        : persist(new TubesReserved(command.job(), news), command.cause())
            .thenReply(command.replyTo(), next -> answer);
  }

  private Effect<Recorded<RackEvent>, RackState> onKeep(RackState state, Keep command) {
    var granted = state.keepable(command.job(), command.tubes());
    var refused = tubes(command.tubes());
    refused.removeAll(tubes(granted));
    var answer = new Kept(id, command.job(), tubes(granted), refused, state.notBefore());
    var news = state.kept().news(command.job(), granted);
    return news.isEmpty()
        ? Effect().reply(command.replyTo(), answer)
        : persist(new WellsKept(command.job(), news), command.cause())
            .thenReply(command.replyTo(), next -> answer);
  }

  private static SortedSet<TubeId> tubes(List<Standing> standing) {
    return standing.stream().map(s -> s.tube().id()).collect(Collectors.toCollection(TreeSet::new));
  }

  private Effect<Recorded<RackEvent>, RackState> onFree(RackState state, Free command) {
    var held = state.heldBy(command.job(), command.tubes());
    return held.isEmpty()
        ? Effect().none()
        : persist(new TubesFreed(command.job(), held), command.cause());
  }

  private Effect<Recorded<RackEvent>, RackState> onReportLift(RackState state, ReportLift command) {
    var before = state.recorded(command.picker(), command.taskId());
    if (before.isPresent()) {
      return Effect().reply(command.replyTo(), recorded(command, before.get().tubeSeconds()));
    }
    var lift =
        new RackLifted(
            command.taskId(),
            command.picker(),
            command.started(),
            command.ended(),
            state.exposure(command.boxes(), command.taken(), command.missed()),
            command.taken(),
            command.missed(),
            command.placed());
    return persist(lift, command.cause())
        .thenReply(command.replyTo(), next -> recorded(command, lift.tubeSeconds()));
  }

  private LiftRecorded recorded(ReportLift command, double tubeSeconds) {
    return new LiftRecorded(id, command.taskId(), tubeSeconds);
  }

  private Effect<Recorded<RackEvent>, RackState> onDescribe(RackState state, Describe command) {
    return Effect().reply(command.replyTo(), state.picture(command.tubes()));
  }
}
