package org.givre.plans.explain;

import java.util.Locale;
import org.givre.plans.instance.LiftMode;

/** What an alternative does otherwise. */
public sealed interface Change {
  /** A word for programs, such as {@code joins}. */
  String code();

  /** In words, after "it" or "they"; ids as in the exchange format. */
  String words();

  /** The tube is picked in a lift that takes place anyway. */
  record Joins(int lift, int rack) implements Change {
    @Override
    public String code() {
      return "joins";
    }

    @Override
    public String words() {
      return "joins lift %d of rack %d".formatted(lift, rack);
    }
  }

  /** The tube gets a lift of its own. */
  record OwnLift(int picker, int rack, LiftMode mode) implements Change {
    @Override
    public String code() {
      return "own-lift";
    }

    @Override
    public String words() {
      return "gets a lift of rack %d of its own by picker %d%s"
          .formatted(rack, picker, mode == LiftMode.PARK ? ", parked" : "");
    }
  }

  /** Two lifts change places, and pickers where they have different ones. */
  record Swapped() implements Change {
    @Override
    public String code() {
      return "swapped";
    }

    @Override
    public String words() {
      return "both change places";
    }
  }

  /** The later lift is done directly before the earlier one. */
  record MovedAhead() implements Change {
    @Override
    public String code() {
      return "moved-ahead";
    }

    @Override
    public String words() {
      return "the later one is moved directly before the other";
    }
  }

  /** All tubes in one lift of another mode. */
  record InMode(LiftMode mode) implements Change {
    @Override
    public String code() {
      return mode.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String words() {
      return mode == LiftMode.PARK ? "its box is parked" : "its rack is held up";
    }
  }

  /** The tubes down to a level in one lift, the deeper ones in another. */
  record SplitBelow(int level) implements Change {
    @Override
    public String code() {
      return "split";
    }

    @Override
    public String words() {
      return "it is split below level " + level;
    }
  }

  /** The tubes of one level are parked in a lift of their own. */
  record ParkedApart(int level) implements Change {
    @Override
    public String code() {
      return "park-apart";
    }

    @Override
    public String words() {
      return "level %d is parked in a lift of its own".formatted(level);
    }
  }

  /** The tubes in two lifts, as many in each. */
  record Halved() implements Change {
    @Override
    public String code() {
      return "halved";
    }

    @Override
    public String words() {
      return "it is halved";
    }
  }

  /** The tubes of another lift of the rack are taken with it. */
  record TakesIn(int lift, LiftMode mode) implements Change {
    @Override
    public String code() {
      return "takes-in";
    }

    @Override
    public String words() {
      return "it takes lift %d in%s".formatted(lift, mode == LiftMode.PARK ? ", parked" : "");
    }
  }

  /** Its tubes are taken with another lift of the rack. */
  record GoesInto(int lift, LiftMode mode) implements Change {
    @Override
    public String code() {
      return "goes-into";
    }

    @Override
    public String words() {
      return "it goes into lift %d%s".formatted(lift, mode == LiftMode.PARK ? ", parked" : "");
    }
  }

  /** A job's lifts are the first of their pickers. */
  record DoneFirst(boolean unloadedAtOnce) implements Change {
    @Override
    public String code() {
      return "done-first";
    }

    @Override
    public String words() {
      return unloadedAtOnce ? "done first and unloaded at once" : "done first";
    }
  }

  /** Besides, a lift that has more tubes or fewer by it gets the other mode. */
  record AndMode(Change change, int lift, LiftMode mode) implements Change {
    @Override
    public String code() {
      return change.code();
    }

    @Override
    public String words() {
      return "%s, lift %d is %s"
          .formatted(change.words(), lift, mode == LiftMode.PARK ? "parked" : "held");
    }
  }
}
