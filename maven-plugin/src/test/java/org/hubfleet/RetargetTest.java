package org.hubfleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hubfleet.compare.Comparison;
import org.hubfleet.compare.ObjectChange;
import org.hubfleet.compare.Side;
import org.hubfleet.compare.Texts;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example fleet on clusters of every provider. Nothing but cluster files changes, everything
 * compiles, and only the fields of a list with reasons, {@code retarget/differences.txt}, differ
 * from one provider to another.
 */
class RetargetTest {
  private static final Path CONFIG = Path.of("../config");
  private static final Path RESOURCES = Path.of("src/test/resources/retarget");
  private static final String FIRST = "gke";
  private static final List<String> OTHERS = List.of("eks", "aks", "openstack", "k3s", "other");
  private static final Compiler COMPILER = new Compiler();

  @TempDir static Path scratch;

  private static final Map<String, Outcome<Compilation>> COMPILED = new LinkedHashMap<>();

  @TestFactory
  Stream<DynamicTest> everyHubCompilesOnEveryProvider() {
    return Stream.concat(Stream.of(FIRST), OTHERS.stream())
        .map(
            provider ->
                DynamicTest.dynamicTest(
                    provider,
                    () ->
                        assertThat(on(provider).diagnostics())
                            .filteredOn(Diagnostic::isError)
                            .isEmpty()));
  }

  @Test
  void onlyListedFieldsDiffer() {
    List<Pattern> listed = listed();

    List<String> surprising =
        differences().stream()
            .filter(field -> listed.stream().noneMatch(one -> one.matcher(field).matches()))
            .toList();

    assertThat(surprising).isEmpty();
  }

  @Test
  void everyListedFieldDiffersSomewhere() {
    Set<String> differences = differences();

    List<Pattern> idle =
        listed().stream()
            .filter(one -> differences.stream().noneMatch(field -> one.matcher(field).matches()))
            .toList();

    assertThat(idle).isEmpty();
  }

  private static Set<String> differences() {
    Set<String> fields = new TreeSet<>();
    for (String provider : OTHERS) {
      for (ObjectChange change :
          Comparison.of(objects(FIRST).objects(), objects(provider).objects(), Texts.NONE)) {
        String object = change.key().kind() + "/" + change.key().name();
        if (change.kind() != ObjectChange.Kind.CHANGED) {
          fields.add(object);
        }
        change.fields().forEach(field -> fields.add(object + " " + field.path()));
      }
    }
    return fields;
  }

  private static Side objects(String provider) {
    return Side.of("generated", on(provider).value().orElseThrow().output().files());
  }

  private static synchronized Outcome<Compilation> on(String provider) {
    return COMPILED.computeIfAbsent(
        provider, name -> COMPILER.compile(Request.of(retargeted(name))));
  }

  /** The example fleet with the cluster files of a provider in place of its own. */
  private static Path retargeted(String provider) {
    Path target = scratch.resolve(provider).resolve("config");
    try (Stream<Path> all = Files.walk(CONFIG)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        boolean isCluster = file.getParent().endsWith("clusters");
        Path copy = target.resolve(CONFIG.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(isCluster ? RESOURCES.resolve(provider + ".yaml") : file, copy);
      }
      return target;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The fields of the list; a star stands for any text. */
  private static List<Pattern> listed() {
    List<Pattern> patterns = new ArrayList<>();
    try (Stream<String> lines = Files.lines(RESOURCES.resolve("differences.txt"))) {
      lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> "\\Q" + line.strip().replace("*", "\\E.*\\Q") + "\\E")
          .forEach(line -> patterns.add(Pattern.compile(line)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return patterns;
  }
}
