package org.givre.orchestrator.feed;

import java.util.Optional;
import org.givre.orchestrator.session.SessionEvent;

/**
 * The public form of every journalled event. It is the same whenever it is asked for: it depends on
 * the event and on what was before it, and on nothing later.
 */
public final class EventCatalogue {
  private final EventShapes shapes = new EventShapes();

  public EventCatalogue(TaskLookup tasks) {
    var concerned = new ConcernedJobs(tasks);
    JobShapes.addTo(shapes);
    DispatchShapes.addTo(shapes);
    new RackShapes(concerned).addTo(shapes);
    new PickerShapes(concerned).addTo(shapes);
    new StationShapes(concerned).addTo(shapes);
    shapes.keepSilent(SessionEvent.SessionStarted.class);
  }

  /** What subscribers see of {@code event}; empty where another event tells them the same. */
  public Optional<PublicEvent> of(FeedEvent event) {
    return shapes.shape(event);
  }
}
