package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code givre tubes show BARCODE}. */
@Command(name = "show", description = "Show where a tube is and how warm it has been.")
final class TubesShow extends ApiCommand {
  @Parameters(paramLabel = "BARCODE", description = "The tube's barcode.")
  private String barcode;

  TubesShow(Workplace workplace) {
    super(workplace);
  }

  @Override
  Reply asked(EngineApi api) {
    return api.get("/v1/tubes/" + EngineApi.encoded(barcode));
  }

  @Override
  void print(JsonNode answer, Terminal terminal) {
    var out = terminal.out();
    out.println("tube        " + Figures.text(answer.path("barcode")));
    out.println("specimen    " + Figures.text(answer.path("specimen")));
    out.println("material    " + Figures.text(answer.path("material")));
    out.println("position    " + Figures.position(answer.path("position")));
    out.println("confidence  " + Figures.text(answer.path("confidence")));
  }
}
