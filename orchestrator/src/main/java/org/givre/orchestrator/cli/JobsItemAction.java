package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code givre jobs skip-item ID ITEM} and {@code retry-item}. */
@Command
final class JobsItemAction extends JobAction {
  @Parameters(index = "1", paramLabel = "ITEM", description = "The item's number, from 0.")
  private int item;

  JobsItemAction(Workplace workplace, String type) {
    super(workplace, type);
  }

  @Override
  void arguments(ObjectNode body) {
    body.put("item", item);
  }
}
