package io.spyglass;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AppArchitectureTest {
  private static final String ROOT = "io.spyglass.";
  private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
  private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\| ([^|]+) \\|");
  private static final Pattern PACKAGE = Pattern.compile("`([a-z]+)(\\.\\*)?`");
  private static final Pattern TYPE = Pattern.compile("`([A-Z][A-Za-z0-9]*)(?:[.#][^`]*)?`");

  /// Those of this module, and those of the platform that it sees.
  private static JavaClasses classes;

  private static JavaClasses all;
  private static List<String> page;

  /// Top-level package to floor, and those of which each package below counts by itself.
  private static final Map<String, Integer> FLOORS = new HashMap<>();

  private static final Set<String> FAMILIES = new TreeSet<>();

  @BeforeAll
  static void readModuleAndPage() throws IOException {
    classes = new ClassFileImporter().importPath(MODULE.resolve("target/classes"));
    all = new ClassFileImporter().importPackages(ROOT);
    page = Files.readAllLines(MODULE.resolve("../ARCHITECTURE.md"));
    readFloors();
  }

  @Test
  void everyPackageStandsOnAFloorOfTheArchitecturePage() {
    Set<String> existing = new TreeSet<>();
    classes.forEach(type -> existing.add(firstSegment(type)));

    assertThat(FLOORS.keySet())
        .as("the table 'App, by floors' of ARCHITECTURE.md and the packages that exist")
        .containsExactlyInAnyOrderElementsOf(existing);
  }

  @Test
  void aPackageImportsOnlyFromLowerFloors() {
    List<String> wrong = new ArrayList<>();
    for (JavaClass from : classes) {
      from.getDirectDependenciesFromSelf().stream()
          .filter(use -> classes.contain(use.getTargetClass().getBaseComponentType().getName()))
          .filter(use -> !room(use.getTargetClass()).equals(room(from)))
          .filter(use -> floor(use.getTargetClass()) >= floor(from))
          .forEach(use -> wrong.add(use.getDescription()));
    }

    assertThat(wrong).as("imports from the same floor or a higher one").isEmpty();
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
  void noPackageIsSplitBetweenCoreAndApp() {
    Set<String> both = new TreeSet<>();
    for (JavaClass type : all) {
      boolean inCore = !classes.contain(type.getName()) && !isTest(type);
      if (inCore && FLOORS.containsKey(firstSegment(type))) {
        both.add(type.getPackageName());
      }
    }

    assertThat(both).isEmpty();
  }

  @Test
  void everyTypeThatTheArchitecturePageNamesExists() {
    Set<String> known = new TreeSet<>();
    all.forEach(type -> known.add(type.getSimpleName()));
    known.addAll(namesOfTests(MODULE.resolve("../core/src/test/java/io/spyglass")));

    Set<String> unknown = new TreeSet<>();
    for (String line : page) {
      for (Matcher name = TYPE.matcher(line); name.find(); ) {
        if (!known.contains(name.group(1)) && !isOfTheJdk(name.group(1))) {
          unknown.add(name.group(1));
        }
      }
    }

    assertThat(unknown).as("types that ARCHITECTURE.md names and nobody has").isEmpty();
  }

  private static void readFloors() {
    for (String line : page) {
      Matcher row = ROW.matcher(line);
      if (!row.find()) {
        continue;
      }
      for (Matcher name = PACKAGE.matcher(row.group(2)); name.find(); ) {
        FLOORS.put(name.group(1), Integer.parseInt(row.group(1)));
        if (name.group(2) != null) {
          FAMILIES.add(name.group(1));
        }
      }
    }
  }

  private static String firstSegment(JavaClass type) {
    return type.getPackageName().substring(ROOT.length()).split("\\.", -1)[0];
  }

  /// The package as the floors count it: the whole name in a family `vendor.*`, else the top one.
  private static String room(JavaClass type) {
    String top = firstSegment(type);
    return FAMILIES.contains(top) ? type.getPackageName().substring(ROOT.length()) : top;
  }

  private static int floor(JavaClass type) {
    Integer floor = FLOORS.get(firstSegment(type));
    assertThat(floor).as("the floor of %s in ARCHITECTURE.md", type.getPackageName()).isNotNull();
    return floor;
  }

  private static boolean isNullMarked(JavaPackage found) {
    return found
        .tryGetPackageInfo()
        .map(info -> info.isAnnotatedWith(NullMarked.class))
        .orElse(false);
  }

  private static boolean isTest(JavaClass type) {
    return type.getSource()
        .map(source -> source.getUri().getPath())
        .filter(path -> path != null && path.contains("/test-classes/"))
        .isPresent();
  }

  private static boolean isOfTheJdk(String name) {
    try {
      Class.forName("java.lang." + name);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static Set<String> namesOfTests(Path folder) {
    Set<String> names = new TreeSet<>();
    for (Path file : listed(folder)) {
      names.add(file.getFileName().toString().replace(".java", ""));
    }
    return names;
  }

  private static List<Path> listed(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
