package org.givre.devices.driver.wire;

import org.givre.devices.driver.MotionOrder;
import org.givre.devices.driver.MotionStep;
import org.givre.protocols.driver.v1.Dock;
import org.givre.protocols.driver.v1.ExtractBox;
import org.givre.protocols.driver.v1.InsertBox;
import org.givre.protocols.driver.v1.LiftRack;
import org.givre.protocols.driver.v1.LowerRack;
import org.givre.protocols.driver.v1.MoveTo;
import org.givre.protocols.driver.v1.Order;
import org.givre.protocols.driver.v1.PickTube;
import org.givre.protocols.driver.v1.PlaceTube;
import org.givre.protocols.driver.v1.RotateTo;
import org.givre.protocols.driver.v1.Step;
import org.givre.protocols.driver.v1.Unload;

/** Orders and their steps, to and from the wire. */
public final class OrderCodec {
  private OrderCodec() {}

  /** What goes over the wire for {@code order}. */
  public static Order encode(MotionOrder order) {
    var wire =
        Order.newBuilder()
            .setOrderId(order.orderId())
            .setSequence(order.sequence())
            .setEpoch(order.epoch());
    order.steps().forEach(step -> wire.addSteps(encode(step)));
    return wire.build();
  }

  /** The order that {@code wire} stands for. */
  public static MotionOrder decode(Order wire) {
    var steps = wire.getStepsList().stream().map(OrderCodec::decode).toList();
    return new MotionOrder(wire.getOrderId(), wire.getSequence(), wire.getEpoch(), steps);
  }

  static Step encode(MotionStep step) {
    var wire = Step.newBuilder();
    if (step instanceof MotionStep.MoveTo move) {
      wire.setMoveTo(MoveTo.newBuilder().setStation(move.station()));
    } else if (step instanceof MotionStep.RotateTo turn) {
      wire.setRotateTo(RotateTo.newBuilder().setDewar(turn.dewar()).setSlot(turn.slot()));
    } else if (step instanceof MotionStep.LiftRack lift) {
      wire.setLiftRack(LiftRack.newBuilder().setRack(lift.rack()).setLevel(lift.level()));
    } else if (step instanceof MotionStep.LowerRack lower) {
      wire.setLowerRack(LowerRack.newBuilder().setRack(lower.rack()));
    } else if (step instanceof MotionStep.ExtractBox box) {
      wire.setExtractBox(ExtractBox.newBuilder().setRack(box.rack()).setLevel(box.level()));
    } else if (step instanceof MotionStep.InsertBox box) {
      wire.setInsertBox(InsertBox.newBuilder().setRack(box.rack()).setLevel(box.level()));
    } else {
      encodeTubeStep(step, wire);
    }
    return wire.build();
  }

  private static void encodeTubeStep(MotionStep step, Step.Builder wire) {
    if (step instanceof MotionStep.PickTube pick) {
      wire.setPickTube(
          PickTube.newBuilder()
              .setRack(pick.rack())
              .setLevel(pick.level())
              .setWell(pick.well())
              .setTube(pick.tube()));
    } else if (step instanceof MotionStep.PlaceTube place) {
      wire.setPlaceTube(
          PlaceTube.newBuilder()
              .setRack(place.rack())
              .setLevel(place.level())
              .setWell(place.well())
              .setTube(place.tube()));
    } else if (step instanceof MotionStep.Dock dock) {
      wire.setDock(Dock.newBuilder().setPort(dock.port()));
    } else if (step instanceof MotionStep.Unload unload) {
      wire.setUnload(
          Unload.newBuilder().setPort(unload.port()).setSlot(unload.slot()).setTube(unload.tube()));
    } else {
      throw new IllegalArgumentException("driver/v1 has no word for " + step + "; add it there");
    }
  }

  static MotionStep decode(Step wire) {
    return switch (wire.getStepCase()) {
      case MOVE_TO -> new MotionStep.MoveTo(wire.getMoveTo().getStation());
      case ROTATE_TO ->
          new MotionStep.RotateTo(wire.getRotateTo().getDewar(), wire.getRotateTo().getSlot());
      case LIFT_RACK ->
          new MotionStep.LiftRack(wire.getLiftRack().getRack(), wire.getLiftRack().getLevel());
      case LOWER_RACK -> new MotionStep.LowerRack(wire.getLowerRack().getRack());
      case EXTRACT_BOX ->
          new MotionStep.ExtractBox(
              wire.getExtractBox().getRack(), wire.getExtractBox().getLevel());
      case INSERT_BOX ->
          new MotionStep.InsertBox(wire.getInsertBox().getRack(), wire.getInsertBox().getLevel());
      case PICK_TUBE -> decode(wire.getPickTube());
      case PLACE_TUBE -> decode(wire.getPlaceTube());
      case DOCK -> new MotionStep.Dock(wire.getDock().getPort());
      case UNLOAD -> decode(wire.getUnload());
      case STEP_NOT_SET ->
          throw new IllegalArgumentException(
              "Order step: one of the kinds of driver/v1 was expected, none was set");
    };
  }

  private static MotionStep decode(PickTube pick) {
    return new MotionStep.PickTube(pick.getRack(), pick.getLevel(), pick.getWell(), pick.getTube());
  }

  private static MotionStep decode(PlaceTube place) {
    return new MotionStep.PlaceTube(
        place.getRack(), place.getLevel(), place.getWell(), place.getTube());
  }

  private static MotionStep decode(Unload unload) {
    return new MotionStep.Unload(unload.getPort(), unload.getSlot(), unload.getTube());
  }
}
