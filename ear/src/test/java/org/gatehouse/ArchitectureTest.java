package org.gatehouse;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may import whom, over the compiled classes of every module. */
class ArchitectureTest {
  private static final Set<String> PROTOCOL = Set.of("stun", "turn", "sip", "conference");
  private static final Set<String> CONNECTORS = Set.of("sipconnector", "relay", "conferencerelay");
  private static final Set<String> OF_A_CONNECTOR =
      Set.of("admission", "connector", "transport", "stun", "turn", "sip", "conference");

  /** The rooms, by their first package below {@code org.gatehouse}, and what each may import. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          entry("admission", Set.of()),
          entry("stun", Set.of()),
          entry("turn", Set.of("stun")),
          entry("sip", Set.of()),
          entry("conference", Set.of()),
          entry("transport", Set.of()),
          entry("connector", Set.of("admission")),
          entry("sipconnector", OF_A_CONNECTOR),
          entry("relay", OF_A_CONNECTOR),
          entry("conferencerelay", OF_A_CONNECTOR),
          entry("authorization", Set.of("admission", "directory")),
          entry("directory", Set.of("admission")),
          entry("web", Set.of("admission")),
          entry("operations", Set.of("admission", "directory")),
          entry("demo", Set.of("stun", "turn", "sip", "conference", "transport")),
          entry("conformance", Set.of()));

  private static List<Path> withClasses;
  private static JavaClasses imported;

  @BeforeAll
  static void importEveryModule() {
    withClasses =
        Checkout.modules().stream()
            .filter(module -> Files.isDirectory(module.resolve("src/main/java")))
            .map(module -> module.resolve("target/classes"))
            .toList();
    assertThat(withClasses)
        .as("mvn package compiles every module before this test")
        .isNotEmpty()
        .allSatisfy(directory -> assertThat(directory).isDirectory());
    imported = new ClassFileImporter().importPaths(withClasses);
  }

  private static String room(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    String below = name.replaceFirst("^org\\.gatehouse\\.?", "");
    return name.startsWith("org.gatehouse") ? below.split("\\.", 2)[0] : "";
  }

  @Test
  void everyClassIsInARoomThatTheImportRuleKnows() {
    Set<String> rooms = new TreeSet<>();
    imported.forEach(type -> rooms.add(room(type)));
    assertThat(MAY_IMPORT.keySet()).containsAll(rooms);
  }

  @Test
  void roomsImportOnlyWhatTheyMay() {
    Stream<String> wrong =
        imported.stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(
                dependency -> {
                  String from = room(dependency.getOriginClass());
                  String to = room(dependency.getTargetClass());
                  return !to.isEmpty()
                      && !to.equals(from)
                      && !MAY_IMPORT.getOrDefault(from, Set.of()).contains(to);
                })
            .map(Object::toString);
    assertThat(wrong).isEmpty();
  }

  @Test
  void nobodyImportsAConnector() {
    for (String connector : CONNECTORS) {
      noClasses()
          .that(not(resideInAPackage("org.gatehouse." + connector + "..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.gatehouse." + connector + "..")
          .check(imported);
    }
  }

  @Test
  void operationsSeeOfTheDirectoryOnlyItsAdministration() {
    noClasses()
        .that()
        .resideInAPackage("org.gatehouse.operations..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.gatehouse.directory..")
                .and(not(resideInAPackage("org.gatehouse.directory.administration.."))))
        .check(imported);
  }

  @Test
  void questionsAndProtocolsNeedOnlyThePlatform() {
    String[] platform = {
      "java..", "javax.crypto..", "javax.security..", "org.jspecify..", "org.gatehouse.."
    };
    String grammar = "org.gatehouse.sip.grammar..";
    classes()
        .that(
            resideInAnyPackage(
                    Stream.concat(PROTOCOL.stream(), Stream.of("admission"))
                        .map(room -> "org.gatehouse." + room + "..")
                        .toArray(String[]::new))
                .and(not(resideInAPackage(grammar))))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(platform))
        .check(imported);
    classes()
        .that()
        .resideInAPackage(grammar)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(platform).or(resideInAnyPackage("javax.sip..", "gov.nist..")))
        .check(imported);
  }

  @Test
  void oneGrammarPackageKnowsTheSipParsers() {
    noClasses()
        .that(not(resideInAPackage("org.gatehouse.sip.grammar..")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.sip..", "gov.nist..")
        .check(imported);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.gatehouse.(**)").should().beFreeOfCycles().check(imported);
  }

  @Test
  void entitiesAreInTheDirectoryOnly() {
    for (String annotation : List.of("Entity", "MappedSuperclass", "Embeddable")) {
      classes()
          .that()
          .areAnnotatedWith("jakarta.persistence." + annotation)
          .should()
          .resideInAPackage("org.gatehouse.directory")
          .allowEmptyShould(true)
          .check(imported);
    }
    assertThat(imported.stream().filter(type -> type.isAnnotatedWith("jakarta.persistence.Entity")))
        .as("the rule sees entities")
        .isNotEmpty();
  }

  @Test
  void everyPackageDescribesItself() {
    Stream<JavaPackage> silent =
        imported.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(
                described ->
                    described
                        .tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isEmpty());
    assertThat(silent).extracting(JavaPackage::getName).isEmpty();
  }
}
