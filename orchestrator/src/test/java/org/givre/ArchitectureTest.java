package org.givre;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.NullMarked;

/** The arrows of the architecture. */
@AnalyzeClasses(
    packages = "org.givre",
    importOptions = {DoNotIncludeTests.class, ArchitectureTest.DoNotIncludeTestJars.class})
class ArchitectureTest {
  /** What a module's tests lend to another's. */
  static final class DoNotIncludeTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  @ArchTest
  static final ArchRule plansArePureJava =
      classes()
          .that()
          .resideInAPackage("org.givre.plans..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "org.givre.plans..");

  @ArchTest
  static final ArchRule plansDoNoInputOrOutput =
      noClasses()
          .that()
          .resideInAPackage("org.givre.plans..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io..", "java.nio..", "java.net..");

  @ArchTest
  static final ArchRule theJudgeSharesNothingWithThePlanner =
      noClasses()
          .that()
          .resideInAPackage("..plans.check..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..plans.search..");

  @ArchTest
  static final ArchRule thePlannerSharesNothingWithTheJudge =
      noClasses()
          .that()
          .resideInAPackage("..plans.search..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("..plans.check..", "..plans.exposure.."));

  @ArchTest
  static final ArchRule theSimulatorDoesNotBelieveTheEngine =
      noClasses()
          .that()
          .resideInAPackage("..devices.sim..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("..plans.search..", "..plans.exposure..", "..plans.check.."));

  @ArchTest
  static final ArchRule onlyWiringKnowsTheSimulator =
      noClasses()
          .that(
              not(resideInAPackage("..devices.sim.."))
                  .and(not(resideInAPackage("..orchestrator.wiring.."))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..devices.sim..");

  @ArchTest
  static final ArchRule theDriverSpiIsPlainJava =
      classes()
          .that()
          .resideInAPackage("org.givre.devices.driver")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "org.givre.devices.driver");

  @ArchTest
  static final ArchRule devicesKnowNeitherJobsNorHttp =
      noClasses()
          .that()
          .resideInAPackage("org.givre.devices..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.givre.orchestrator..", "akka.http.."));

  @ArchTest
  static final ArchRule onlyWiringReadsTheWallClockOrThrowsDice =
      noClasses()
          .that()
          .resideOutsideOfPackages("..wiring..", "org.givre.journal.akka..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callConstructor(Random.class)
          .orShould()
          .callMethod(Math.class, "random")
          .because("time and chance come from the wiring, an engine's or the plug-in's");

  @ArchTest
  static final ArchRule theJournalServesAnyApplication =
      noClasses()
          .that()
          .resideInAPackage("org.givre.journal..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "org.givre.plans..",
                  "org.givre.devices..",
                  "org.givre.protocols..",
                  "org.givre.orchestrator.."));

  @ArchTest
  static final ArchRule theStoreKnowsNoAkka =
      noClasses()
          .that()
          .resideInAPackage("org.givre.journal.store..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("akka..");

  @ArchTest
  static final ArchRule noCyclesBetweenPackages =
      slices().matching("org.givre.(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses classes) {
    var unmarked =
        classes.stream()
            .map(c -> c.getPackage())
            .filter(p -> !p.getName().startsWith("org.givre.protocols"))
            .filter(p -> !p.getName().equals("org.givre"))
            .distinct()
            .filter(p -> !p.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .sorted()
            .toList();
    assertThat(unmarked).isEmpty();
  }
}
