package org.givre.orchestrator.api;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;

/** What a type of action takes besides its reason, and how that is read from a body. */
enum ActionArguments {
  NONE {
    @Override
    List<String> names() {
      return List.of();
    }

    @Override
    void read(JsonField body, SortedMap<String, String> into) {}
  },

  /** {@code priority}: 1 to 9. */
  PRIORITY {
    @Override
    List<String> names() {
      return List.of("priority");
    }

    @Override
    void read(JsonField body, SortedMap<String, String> into) {
      var priority = body.field("priority").required().integer(1, 9);
      priority.ifPresent(value -> into.put("priority", value.toString()));
    }
  },

  /** {@code item}: its index. */
  ITEM {
    @Override
    List<String> names() {
      return List.of("item");
    }

    @Override
    void read(JsonField body, SortedMap<String, String> into) {
      var item = body.field("item").required().integer(0, Integer.MAX_VALUE);
      item.ifPresent(value -> into.put("item", value.toString()));
    }
  },

  /**
   * Any of {@code picker}, {@code port} and a list {@code avoid}; nothing lifts what was before.
   */
  ROUTE {
    @Override
    List<String> names() {
      return List.of("picker", "port", "avoid");
    }

    @Override
    void read(JsonField body, SortedMap<String, String> into) {
      body.field("picker").name(PickerId::new).ifPresent(p -> into.put("picker", p.value()));
      body.field("port").name(PortId::new).ifPresent(p -> into.put("port", p.value()));
      var list = body.field("avoid");
      if (!list.isAbsent() && !list.isEmptyList()) {
        var avoid = new TreeSet<String>();
        list.elements(MOST_AVOIDED).forEach(device -> avoid(device, avoid));
        into.put("avoid", String.join(",", avoid));
      }
    }

    private void avoid(JsonField device, SortedSet<String> into) {
      device.required().name(PickerId::new).ifPresent(id -> into.add(id.value()));
    }
  };

  /** More devices than any store has; a body's size is bounded besides. */
  private static final int MOST_AVOIDED = 1_000;

  /** Names of the fields. */
  abstract List<String> names();

  /** Reads them, as text by name; complains of what is wrong. */
  abstract void read(JsonField body, SortedMap<String, String> into);

  /** The arguments in {@code body}; complains of what is wrong. */
  SortedMap<String, String> in(JsonField body) {
    var arguments = new TreeMap<String, String>();
    read(body, arguments);
    return arguments;
  }
}
