package org.w3id.chokepoint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the one-way flow of data: a stage knows the stages before it and none after it. */
class ArchitectureTest {
  private static final List<String> STAGES =
      List.of(
          "article",
          "intake",
          "text",
          "mention",
          "clause",
          "relation",
          "extract",
          "claim",
          "graph",
          "across",
          "listing",
          "reason",
          "check",
          "snapshot",
          "serve",
          "mcp",
          "browse",
          "cli");

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.w3id.chokepoint");

  @Test
  void stagesImportOnlyEarlierStages() {
    for (int i = 0; i < STAGES.size(); i++) {
      String[] later =
          STAGES.subList(i + 1, STAGES.size()).stream()
              .map(stage -> "org.w3id.chokepoint." + stage + "..")
              .toArray(String[]::new);
      if (later.length > 0) {
        noClasses()
            .that()
            .resideInAPackage("org.w3id.chokepoint." + STAGES.get(i) + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(later)
            .allowEmptyShould(true)
            .check(CODE);
      }
    }
  }

  @Test
  void onlyTextKnowsTheParser() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.w3id.chokepoint.text..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("edu.emory.mathcs..")
        .allowEmptyShould(true)
        .check(CODE);
  }

  /** The launcher leaves the libraries for reading out of the server's class path. */
  @Test
  void theServerNeedsNoLibraryForReading() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.w3id.chokepoint.serve..",
            "org.w3id.chokepoint.mcp..",
            "org.w3id.chokepoint.browse..")
        .should()
        .transitivelyDependOnClassesThat()
        .resideInAnyPackage(
            "edu.emory.mathcs..",
            "ai.onnxruntime..",
            "it.unimi.dsi..",
            "com.ibm.icu..",
            "org.jsoup..",
            "net.dankito..",
            "com.rometools..",
            "org.netpreserve..",
            "opennlp..")
        .check(CODE);
  }

  @Test
  void everyClassBelongsToAStage() {
    classes()
        .should()
        .resideInAnyPackage(
            STAGES.stream()
                .map(stage -> "org.w3id.chokepoint." + stage + "..")
                .toArray(String[]::new))
        .orShould()
        .haveSimpleName("package-info")
        .check(CODE);
  }
}
