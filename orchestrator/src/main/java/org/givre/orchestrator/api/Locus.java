package org.givre.orchestrator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The part of a request that a complaint is about. */
sealed interface Locus {
  /** Writes itself into an error. */
  void into(ObjectNode error);

  /** A place in a JSON body (RFC 6901); empty: all of it. */
  record Pointer(String pointer) implements Locus {
    /** The field of this object. */
    Pointer field(String name) {
      return new Pointer(pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    /** The element of this list. */
    Pointer element(int index) {
      return new Pointer(pointer + "/" + index);
    }

    @Override
    public void into(ObjectNode error) {
      error.put("pointer", pointer);
    }
  }

  /** A row of a CSV body: the line that it begins on; the header is line 1. */
  record Row(long line) implements Locus {
    @Override
    public void into(ObjectNode error) {
      error.put("row", line);
    }
  }

  /** A parameter of the query. */
  record Parameter(String name) implements Locus {
    @Override
    public void into(ObjectNode error) {
      error.put("parameter", name);
    }
  }
}
