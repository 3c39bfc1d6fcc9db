package io.spyglass;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CoreArchitectureTest {
  private static final String ROOT = "io.spyglass.";
  private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
  private static final Pattern ROW = Pattern.compile("^\\| `([a-z.]+)` \\|");

  private static final Set<String> INEXACT =
      Set.of(
          "exp", "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot", "sin", "cos", "tan",
          "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "random");

  private static JavaClasses classes;
  private static List<String> order;

  @BeforeAll
  static void readModuleAndPage() throws IOException {
    classes = new ClassFileImporter().importPath(MODULE.resolve("target/classes"));
    order = packagesOnThePage();
  }

  @Test
  void everyPackageStandsInTheTableOfTheArchitecturePage() {
    Set<String> existing =
        classes.stream().map(CoreArchitectureTest::packageOf).collect(toCollection(TreeSet::new));

    assertThat(order)
        .as("the table 'Core, in import order' of ARCHITECTURE.md and the packages that exist")
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(existing);
  }

  @Test
  void aPackageImportsOnlyThoseAboveIt() {
    List<String> wrong = new ArrayList<>();
    for (JavaClass from : classes) {
      from.getDirectDependenciesFromSelf().stream()
          .filter(use -> use.getTargetClass().getPackageName().startsWith(ROOT))
          .filter(use -> rank(use.getTargetClass()) > rank(from))
          .forEach(use -> wrong.add(use.getDescription()));
    }

    assertThat(wrong).as("imports of a package that stands further down").isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() {
    Set<String> bare = new TreeSet<>();
    for (JavaClass type : classes) {
      if (!isNullMarked(type.getPackage())) {
        bare.add(type.getPackageName());
      }
    }

    assertThat(bare).as("packages without a @NullMarked package-info").isEmpty();
  }

  @Test
  void coreDoesNoInputOrOutput() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..", "javax..")
        .orShould()
        .dependOnClassesThat(
            describe(
                "belong to java.io",
                type ->
                    type.getPackageName().equals("java.io")
                        && !type.getSimpleName().equals("Serializable")))
        .check(classes);
  }

  @Test
  void coreReadsNoClockAndAsksNothingOfTheMachine() {
    noClasses()
        .should()
        .accessTargetWhere(
            target(is("read the time", t -> owner(t, "java.time.") && t.getName().equals("now"))))
        .orShould()
        .accessTargetWhere(
            target(
                is(
                    "are methods of System other than arraycopy and identityHashCode",
                    t ->
                        t.getOwner().isEquivalentTo(System.class)
                            && !Set.of("arraycopy", "identityHashCode").contains(t.getName()))))
        .orShould()
        .accessTargetWhere(
            target(
                is(
                    "read a default zone or locale",
                    t ->
                        owner(t, "java.")
                            && Set.of("systemDefault", "getDefault").contains(t.getName()))))
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(classes);
  }

  @Test
  void coreStartsNoThreadAndLogsNothing() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.concurrent..", "java.util.logging..", "org.slf4j..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Thread.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(System.Logger.class)
        .orShould()
        .accessTargetWhere(
            target(
                is(
                    "make a stream parallel",
                    t -> Set.of("parallel", "parallelStream").contains(t.getName()))))
        .check(classes);
  }

  @Test
  void coreCallsNothingThatMayDifferInItsLastBits() {
    noClasses()
        .should()
        .accessTargetWhere(
            target(
                is(
                    "are inexact functions of Math",
                    t -> t.getOwner().isEquivalentTo(Math.class) && INEXACT.contains(t.getName()))))
        .orShould()
        .dependOnClassesThat(
            describe("draw random numbers", type -> type.isAssignableTo(RandomGenerator.class)))
        .check(classes);
  }

  private static DescribedPredicate<AccessTarget> is(
      String description, Predicate<AccessTarget> test) {
    return describe(description, test);
  }

  private static boolean owner(AccessTarget target, String prefix) {
    return target.getOwner().getName().startsWith(prefix);
  }

  private static boolean isNullMarked(JavaPackage found) {
    return found
        .tryGetPackageInfo()
        .map(info -> info.isAnnotatedWith(NullMarked.class))
        .orElse(false);
  }

  private static String packageOf(JavaClass type) {
    return type.getPackageName().substring(ROOT.length());
  }

  private static int rank(JavaClass type) {
    int rank = order.indexOf(packageOf(type));
    assertThat(rank).as("%s stands in ARCHITECTURE.md", type.getPackageName()).isNotNegative();
    return rank;
  }

  private static List<String> packagesOnThePage() throws IOException {
    List<String> packages = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(MODULE.resolve("../ARCHITECTURE.md"))) {
      if (line.startsWith("## ")) {
        inside = line.startsWith("## Core");
      }
      Matcher row = ROW.matcher(line);
      if (inside && row.find()) {
        packages.add(row.group(1));
      }
    }
    return packages;
  }
}
