package org.hubfleet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rooms of the house and who may use whom. */
class RoomsTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.hubfleet");

  @Test
  void roomsHaveNoCycles() {
    slices().matching("org.hubfleet.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theCoreKnowsNothingOfMaven() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.hubfleet.maven..", "org.hubfleet.hubs_maven_plugin")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.maven..")
        .check(CLASSES);
  }

  @Test
  void onlyTheRoomDeployKnowsGit() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.hubfleet.deploy..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.jgit..")
        .check(CLASSES);
  }

  @Test
  void onlyTheRoomLiveKnowsTheKubernetesClient() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.hubfleet.live..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.kubernetes..")
        .check(CLASSES);
  }

  @Test
  void eachRoomUsesOnlyTheRoomsBelowIt() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("diagnostic")
        .definedBy("org.hubfleet.diagnostic..")
        .layer("source")
        .definedBy("org.hubfleet.source..")
        .layer("schema")
        .definedBy("org.hubfleet.schema..")
        .layer("shelf")
        .definedBy("org.hubfleet.shelf..")
        .layer("model")
        .definedBy("org.hubfleet.model..")
        .layer("lower")
        .definedBy("org.hubfleet.lower..")
        .layer("capability")
        .definedBy("org.hubfleet.capability..")
        .layer("lift")
        .definedBy("org.hubfleet.lift..")
        .layer("render")
        .definedBy("org.hubfleet.render..")
        .layer("verify")
        .definedBy("org.hubfleet.verify..")
        .layer("flux")
        .definedBy("org.hubfleet.flux..")
        .layer("write")
        .definedBy("org.hubfleet.write..")
        .layer("compare")
        .definedBy("org.hubfleet.compare..")
        .layer("review")
        .definedBy("org.hubfleet.review..")
        .layer("deploy")
        .definedBy("org.hubfleet.deploy..")
        .layer("live")
        .definedBy("org.hubfleet.live..")
        .layer("report")
        .definedBy("org.hubfleet.report..")
        .layer("above")
        .definedBy("org.hubfleet.compiler..", "org.hubfleet.author..", "org.hubfleet.goal..")
        .layer("shells")
        .definedBy("org.hubfleet.maven..", "org.hubfleet.cli..")
        .whereLayer("source")
        .mayOnlyAccessLayers("diagnostic")
        .whereLayer("schema")
        .mayOnlyAccessLayers("diagnostic", "source")
        .whereLayer("shelf")
        .mayOnlyAccessLayers("diagnostic", "source", "schema")
        .whereLayer("model")
        .mayOnlyAccessLayers("diagnostic", "source", "schema", "shelf")
        .whereLayer("lower")
        .mayOnlyAccessLayers("diagnostic", "source", "schema", "shelf", "model")
        .whereLayer("capability")
        .mayOnlyAccessLayers("diagnostic", "source", "schema", "shelf", "model", "lower")
        .whereLayer("lift")
        .mayOnlyAccessLayers("diagnostic", "source", "schema", "shelf", "model", "lower")
        .whereLayer("render")
        .mayOnlyAccessLayers("diagnostic", "source", "schema", "shelf", "model", "lower")
        .whereLayer("verify")
        .mayOnlyAccessLayers("diagnostic", "source", "schema", "shelf", "model", "lower", "render")
        .whereLayer("flux")
        .mayOnlyAccessLayers(
            "diagnostic", "source", "schema", "shelf", "model", "lower", "render", "verify")
        .whereLayer("write")
        .mayOnlyAccessLayers("diagnostic", "source", "schema", "shelf", "model", "lower", "render")
        .whereLayer("compare")
        .mayOnlyAccessLayers("diagnostic", "source", "schema", "shelf", "model", "lower", "render")
        .whereLayer("review")
        .mayOnlyAccessLayers(
            "diagnostic", "source", "schema", "shelf", "model", "lower", "render", "compare")
        .whereLayer("deploy")
        .mayOnlyAccessLayers(
            "diagnostic",
            "source",
            "schema",
            "shelf",
            "model",
            "lower",
            "render",
            "compare",
            "review",
            "write")
        .whereLayer("live")
        .mayOnlyAccessLayers(
            "diagnostic", "source", "schema", "shelf", "model", "lower", "render", "compare")
        .whereLayer("report")
        .mayOnlyAccessLayers("diagnostic", "source")
        .whereLayer("shells")
        .mayNotBeAccessedByAnyLayer()
        .check(CLASSES);
  }
}
