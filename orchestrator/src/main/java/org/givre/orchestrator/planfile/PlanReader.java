package org.givre.orchestrator.planfile;

import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.Placement;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.RetrievalPlan;

/** JSON to a plan. */
final class PlanReader {
  private final boolean mayPlace;

  private PlanReader(boolean mayPlace) {
    this.mayPlace = mayPlace;
  }

  static RetrievalPlan plan(LocatedJson json) {
    var format = json.at("format");
    var formats = "\"%s\" or \"%s\"".formatted(PlanFile.FORMAT_1, PlanFile.FORMAT_2);
    if (format.isAbsent()) {
      throw format.expected(formats);
    }
    if (!format.text().equals(PlanFile.FORMAT_1) && !format.text().equals(PlanFile.FORMAT_2)) {
      throw unknown(format, formats);
    }
    var reader = new PlanReader(format.text().equals(PlanFile.FORMAT_2));
    return new RetrievalPlan(
        json.at("instance").optionalText(),
        json.at("policy").textOr(""),
        json.at("solve_ms").numberOr(0),
        json.at("ops").requiredList(reader::op));
  }

  private PlanOp op(LocatedJson json) {
    var op = json.at("op");
    return switch (op.text()) {
      case "lift" -> lift(json);
      case "unload" -> unload(json);
      case "place" -> {
        if (!mayPlace) {
          throw unknown(
              op, "\"lift\" or \"unload\" (only %s has places)".formatted(PlanFile.FORMAT_2));
        }
        yield place(json);
      }
      default ->
          throw unknown(
              op, mayPlace ? "\"lift\", \"unload\" or \"place\"" : "\"lift\" or \"unload\"");
    };
  }

  private static PlanOp lift(LocatedJson json) {
    return new PlanOp.Lift(
        json.at("picker").integer(),
        json.at("start_s").anyNumber(),
        json.at("dewar").optionalInteger(),
        json.at("rack").integer(),
        mode(json.at("mode")),
        json.at("picks")
            .list(pick -> new Pick(pick.at("request").integer(), pick.at("tube").integer())));
  }

  private static LiftMode mode(LocatedJson json) {
    return switch (json.textOr("hold")) {
      case "hold" -> LiftMode.HOLD;
      case "park" -> LiftMode.PARK;
      default -> throw unknown(json, "\"hold\" or \"park\"");
    };
  }

  private static PlanOp unload(LocatedJson json) {
    return new PlanOp.Unload(
        json.at("picker").integer(),
        json.at("start_s").anyNumber(),
        json.at("port").integer(),
        json.at("tubes").list(LocatedJson::integer));
  }

  private static PlanOp place(LocatedJson json) {
    return new PlanOp.Place(
        json.at("picker").integer(),
        json.at("start_s").anyNumber(),
        json.at("rack").integer(),
        json.at("places")
            .list(place -> new Placement(place.at("tube").integer(), place.at("level").integer())));
  }

  private static UnknownReferenceException unknown(LocatedJson json, String expected) {
    return new UnknownReferenceException(json.unexpected(expected));
  }
}
