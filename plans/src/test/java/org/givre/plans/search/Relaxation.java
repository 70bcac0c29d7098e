package org.givre.plans.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.Park;
import org.givre.plans.instance.Request;
import org.givre.plans.instance.Window;

/** One thing made easier: whatever plan was valid before still is, at the same cost. */
enum Relaxation {
  LARGER_CARRIERS {
    @Override
    void ease(Variant store, SplittableRandom random) {
      store.pickers =
          Variant.each(store.pickers, p -> Changed.load(p, p.carrierTubes() + 3, p.initialLoad()));
    }
  },

  LATER_DEADLINES {
    @Override
    void ease(Variant store, SplittableRandom random) {
      store.jobs =
          Variant.each(
              store.jobs,
              job -> timed(job, job.releaseSeconds(), later(job.deadlineSeconds(), 100)));
    }
  },

  NO_DEADLINES {
    @Override
    void ease(Variant store, SplittableRandom random) {
      store.jobs =
          Variant.each(store.jobs, job -> timed(job, job.releaseSeconds(), OptionalDouble.empty()));
    }
  },

  EARLIER_RELEASES {
    @Override
    void ease(Variant store, SplittableRandom random) {
      store.jobs = Variant.each(store.jobs, job -> timed(job, 0, job.deadlineSeconds()));
    }
  },

  ANY_PORT_AND_PICKER {
    @Override
    void ease(Variant store, SplittableRandom random) {
      store.jobs = Variant.each(store.jobs, Relaxation::anywhere);
    }
  },

  WIDER_CAPS {
    @Override
    void ease(Variant store, SplittableRandom random) {
      store.racks = Variant.each(store.racks, rack -> rack(rack, 0, 10, rack.recoolRatio()));
    }
  },

  WIDER_BUDGETS {
    @Override
    void ease(Variant store, SplittableRandom random) {
      store.racks = Variant.each(store.racks, rack -> rack(rack, 30, 0, rack.recoolRatio()));
      store.tubes =
          Variant.each(
              store.tubes,
              t -> new InstanceTube(t.id(), t.rack(), t.level(), t.budgetSeconds() + 30));
    }
  },

  NO_RECOOL {
    @Override
    void ease(Variant store, SplittableRandom random) {
      store.racks = Variant.each(store.racks, rack -> rack(rack, 0, 0, 0));
    }
  },

  NO_WINDOWS {
    @Override
    void ease(Variant store, SplittableRandom random) {
      store.dewars = Variant.each(store.dewars, Relaxation::open);
      store.ports = Variant.each(store.ports, port -> port(port, port.bufferTubes()));
      store.pickers = Variant.each(store.pickers, p -> picker(p, p.dewars(), p.ports(), List.of()));
    }
  },

  LARGER_BUFFERS {
    @Override
    void ease(Variant store, SplittableRandom random) {
      store.ports =
          Variant.each(
              store.ports,
              port ->
                  new InstancePort(
                      port.id(),
                      port.xMetres(),
                      port.yMetres(),
                      port.clearSeconds(),
                      port.bufferTubes() + 4,
                      port.unavailable()));
    }
  },

  WIDER_REACH {
    @Override
    void ease(Variant store, SplittableRandom random) {
      var dewars = store.dewars.stream().map(InstanceDewar::id).toList();
      var ports = store.ports.stream().map(InstancePort::id).toList();
      store.pickers = Variant.each(store.pickers, p -> picker(p, dewars, ports, p.unavailable()));
    }
  },

  ONE_MORE_PICKER {
    @Override
    void ease(Variant store, SplittableRandom random) {
      var first = store.pickers.get(0);
      var twin =
          new InstancePicker(
              1 + store.pickers.stream().mapToInt(InstancePicker::id).max().orElse(0),
              first.xMetres() + 0.1,
              first.yMetres(),
              first.xMetresPerSecond(),
              first.yMetresPerSecond(),
              first.carrierTubes(),
              first.dewars(),
              first.ports(),
              first.availableFromSeconds(),
              List.of(),
              List.of());
      store.pickers = Stream.concat(store.pickers.stream(), Stream.of(twin)).toList();
    }
  },

  ONE_MORE_ALTERNATIVE {
    @Override
    void ease(Variant store, SplittableRandom random) {
      var carried =
          store.pickers.stream()
              .flatMap(p -> p.initialLoad().stream())
              .flatMapToInt(c -> c.request().stream())
              .boxed()
              .toList();
      var tubes = new ArrayList<>(store.tubes);
      for (int i = tubes.size() - 1; i > 0; i--) {
        Collections.swap(tubes, i, random.nextInt(i + 1));
      }
      store.jobs =
          Variant.each(
              store.jobs,
              job ->
                  job.with(
                      Variant.each(
                          job.requests(),
                          request ->
                              carried.contains(request.id()) ? request : another(request, tubes))));
    }
  };

  abstract void ease(Variant store, SplittableRandom random);

  Instance of(Instance instance) {
    var store = new Variant(instance);
    ease(store, new SplittableRandom(instance.seed()));
    return store.instance();
  }

  private static OptionalDouble later(OptionalDouble time, double seconds) {
    return time.isPresent() ? OptionalDouble.of(time.getAsDouble() + seconds) : time;
  }

  private static InstanceJob timed(InstanceJob job, double release, OptionalDouble deadline) {
    return new InstanceJob(
        job.id(),
        job.priority(),
        release,
        job.dueSeconds(),
        deadline,
        job.port(),
        job.pickers(),
        job.requests());
  }

  private static InstanceJob anywhere(InstanceJob job) {
    return new InstanceJob(
        job.id(),
        job.priority(),
        job.releaseSeconds(),
        job.dueSeconds(),
        job.deadlineSeconds(),
        OptionalInt.empty(),
        List.of(),
        job.requests());
  }

  private static InstanceRack rack(InstanceRack rack, double budget, double cap, double recool) {
    return new InstanceRack(
        rack.id(),
        rack.dewar(),
        rack.slot(),
        rack.boxTubes(),
        Variant.each(rack.boxMinBudgetSeconds(), seconds -> seconds + budget),
        Variant.each(rack.boxMaxOutSeconds(), seconds -> seconds + cap),
        recool,
        rack.notBeforeSeconds());
  }

  /** Weights of an area and a chamber in another unit. */
  static InstanceDewar weighted(InstanceDewar dewar, double factor) {
    var park =
        dewar
            .park()
            .map(p -> new Park(p.ejectSeconds(), p.insertSeconds(), factor * p.chamberWeight()));
    return new InstanceDewar(
        dewar.id(),
        dewar.xMetres(),
        dewar.yMetres(),
        factor * dewar.liftWeight(),
        dewar.levelPitchMetres(),
        dewar.liftMetresPerSecond(),
        dewar.carouselSlots(),
        dewar.carouselStartSlot(),
        dewar.carouselSecondsPerSlot(),
        park,
        dewar.unavailable());
  }

  /** Budgets in another unit. */
  static InstanceRack budgeted(InstanceRack rack, double factor) {
    return new InstanceRack(
        rack.id(),
        rack.dewar(),
        rack.slot(),
        rack.boxTubes(),
        Variant.each(rack.boxMinBudgetSeconds(), seconds -> factor * seconds),
        rack.boxMaxOutSeconds(),
        rack.recoolRatio(),
        rack.notBeforeSeconds());
  }

  private static InstanceDewar open(InstanceDewar dewar) {
    return new InstanceDewar(
        dewar.id(),
        dewar.xMetres(),
        dewar.yMetres(),
        dewar.liftWeight(),
        dewar.levelPitchMetres(),
        dewar.liftMetresPerSecond(),
        dewar.carouselSlots(),
        dewar.carouselStartSlot(),
        dewar.carouselSecondsPerSlot(),
        dewar.park(),
        List.of());
  }

  private static InstancePort port(InstancePort port, int buffer) {
    return new InstancePort(
        port.id(), port.xMetres(), port.yMetres(), port.clearSeconds(), buffer, List.of());
  }

  private static InstancePicker picker(
      InstancePicker picker, List<Integer> dewars, List<Integer> ports, List<Window> unavailable) {
    return new InstancePicker(
        picker.id(),
        picker.xMetres(),
        picker.yMetres(),
        picker.xMetresPerSecond(),
        picker.yMetresPerSecond(),
        picker.carrierTubes(),
        dewars,
        ports,
        picker.availableFromSeconds(),
        unavailable,
        picker.initialLoad());
  }

  /** A tube more that is listed anyhow: whatever else happens to it stays the same. */
  private static Request another(Request request, List<InstanceTube> shuffled) {
    var known = request.alternatives();
    return shuffled.stream()
        .map(InstanceTube::id)
        .filter(tube -> !known.contains(tube))
        .findFirst()
        .map(
            tube ->
                new Request(request.id(), Stream.concat(known.stream(), Stream.of(tube)).toList()))
        .orElse(request);
  }
}
