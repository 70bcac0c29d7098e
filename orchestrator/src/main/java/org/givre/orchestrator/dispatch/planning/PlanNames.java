package org.givre.orchestrator.dispatch.planning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.regex.Pattern;
import org.givre.plans.store.Dewar;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.JobId;
import org.givre.plans.store.Picker;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.Port;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.StoreDefinition;
import org.givre.plans.store.TubeId;

/**
 * What the ids of an instance stand for. Dewars, racks, pickers and ports are numbered as in the
 * store file, racks through all dewars; tubes in the order of their barcodes; jobs and requests as
 * they came.
 */
final class PlanNames {
  private static final Pattern REFERENCE =
      Pattern.compile("\\b(tube|rack|dewar|picker|port|job|request) (\\d+)");

  private final List<DewarId> dewars;
  private final List<RackId> racks;
  private final List<PickerId> pickers;
  private final List<PortId> ports;
  private final List<TubeId> tubes;
  private final List<JobId> jobs;
  private final List<RequestKey> requests;
  private final Map<Object, Integer> ids = new HashMap<>();

  /** Numbers what the store has and what takes part; an identity is a type, so all fit one map. */
  PlanNames(
      StoreDefinition store, SortedSet<TubeId> tubes, List<JobId> jobs, List<RequestKey> requests) {
    dewars = store.dewars().stream().map(Dewar::id).toList();
    racks = store.dewars().stream().flatMap(dewar -> dewar.racks().stream()).toList();
    pickers = store.pickers().stream().map(Picker::id).toList();
    ports = store.ports().stream().map(Port::id).toList();
    this.tubes = List.copyOf(tubes);
    this.jobs = List.copyOf(jobs);
    this.requests = List.copyOf(requests);
    List.of(dewars, racks, pickers, ports, this.tubes, this.jobs, this.requests)
        .forEach(this::number);
  }

  private void number(List<?> names) {
    for (int i = 0; i < names.size(); i++) {
      ids.put(names.get(i), i);
    }
  }

  /** The id of something that may take no part. */
  OptionalInt find(Object name) {
    var id = ids.get(name);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /** The id of a dewar, rack, picker, port, tube, job or request. */
  int id(Object name) {
    var id = ids.get(name);
    if (id == null) {
      throw new IllegalArgumentException(name + " takes no part in this plan");
    }
    return id;
  }

  DewarId dewar(int id) {
    return dewars.get(id);
  }

  RackId rack(int id) {
    return racks.get(id);
  }

  PickerId picker(int id) {
    return pickers.get(id);
  }

  PortId port(int id) {
    return ports.get(id);
  }

  TubeId tube(int id) {
    return tubes.get(id);
  }

  RequestKey request(int id) {
    return requests.get(id);
  }

  /** The job of that id, or the one that an id beyond them all stands in for. */
  JobId job(int id) {
    return jobs.get(id % jobs.size());
  }

  /** {@code text} with names where it has ids, such as {@code rack 3}. */
  String inWords(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(match -> match.group(1) + " " + name(match.group(1), match.group(2)));
  }

  private String name(String kind, String digits) {
    var names =
        switch (kind) {
          case "tube" -> tubes;
          case "rack" -> racks;
          case "dewar" -> dewars;
          case "picker" -> pickers;
          case "port" -> ports;
          case "job" -> jobs;
          default -> requests.stream().map(RequestKey::request).toList();
        };
    var id = Integer.parseInt(digits);
    return id < names.size() ? names.get(id).toString() : digits;
  }
}
