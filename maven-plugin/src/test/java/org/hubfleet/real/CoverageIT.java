package org.hubfleet.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hubfleet.author.Imported;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.lift.Coverage;
import org.hubfleet.lift.Coverage.Kind;
import org.hubfleet.lift.Coverage.Setting;
import org.hubfleet.lift.Lifting;
import org.hubfleet.lift.Meanings;
import org.hubfleet.lift.line.Lifters;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.ConfigReader;
import org.hubfleet.source.Sources;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How much of what real hubs set the lines of the hub language say. Prints the share, and what is
 * left by how often it is there.
 *
 * <p>The samples lie outside the repository, in the folder of {@code -Dhubs.samples}.
 */
class CoverageIT {
  /**
   * Percent of the settings that lines say at the same path or at one that {@code shelf/meanings}
   * lists as meaning the same, or that need not be said; raise it when it grows.
   */
  private static final double AT_LEAST = 91;

  /** The same with those that lines say at another path. */
  private static final double AT_LEAST_ANYWHERE = 91;

  private static final Shelf SHELF = Shelf.open();
  private static final Lifting LIFTING = new Lifting(Lifters.all(SHELF));
  private static final Map<Kind, Integer> COUNTS = new EnumMap<>(Kind.class);
  private static final Map<Kind, Integer> OF_PROFILES = new EnumMap<>(Kind.class);
  private static final Map<Kind, Integer> OF_THE_REST = new EnumMap<>(Kind.class);
  private static final Map<String, Integer> LEFT = new TreeMap<>();

  @TempDir static Path scratch;

  @BeforeAll
  static void measure() {
    Optional<Path> samples = RealFleetIT.samples();
    assumeTrue(
        samples.isPresent(),
        "not run: no folder of sample hubs, name one with -Dhubs.samples=<folder>");
    RealFleet fleet = new RealFleet(samples.get(), scratch, RealFleet.bareStandIn());
    Sources sources =
        RealPools.added(new ConfigReader().read(fleet.config()).value().orElseThrow(), fleet);
    Compiler compiler = new Compiler();
    for (Imported hub : fleet.hubs().values()) {
      Coverage.Found found =
          new Coverage(LIFTING, Meanings.of(SHELF))
              .of(hub.tree(), compiler.trial(sources, Optional.empty(), hub.file()))
              .orElseThrow(() -> new AssertionError(hub.file()));
      found.settings().forEach(CoverageIT::count);
      if (Boolean.getBoolean("coverage.lines")) {
        System.out.println(hub.file() + "\n" + org.hubfleet.source.YamlWriter.write(found.lines()));
      }
    }
    print(fleet.hubs().size());
  }

  private static void count(Setting setting) {
    COUNTS.merge(setting.kind(), 1, Integer::sum);
    boolean profiles = setting.path().toString().startsWith("singleuser.profileList");
    (profiles ? OF_PROFILES : OF_THE_REST).merge(setting.kind(), 1, Integer::sum);
    if (setting.kind() == Kind.LEFT || setting.kind() == Kind.ELSEWHERE) {
      LEFT.merge(setting.kind() + " " + pattern(setting.path().toString()), 1, Integer::sum);
    }
  }

  /** The path without the names that people chose. */
  private static String pattern(String path) {
    return path.replaceAll("\\[[0-9]+]", "[]")
        .replaceAll("choices[.][^.]+", "choices.*")
        .replaceAll("choices\\[\"[^\"]*\"]", "choices.*")
        .replaceAll("profile_options[.][^.]+", "profile_options.*")
        .replaceAll("idps\\[\"[^\"]*\"]", "idps.*")
        .replaceAll("(extraFiles|extraEnv|extraConfig|loadRoles|services)[.][^.]+", "$1.*");
  }

  private static void print(int hubs) {
    int all = COUNTS.values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf(
        "coverage: %d settings of %d hubs; the same by lines, by default or by a listed meaning"
            + " %.1f %%, with those at another path %.1f %%; %s%n",
        all,
        hubs,
        share(Kind.SAME, Kind.DEFAULT, Kind.LISTED),
        share(Kind.SAME, Kind.DEFAULT, Kind.LISTED, Kind.ELSEWHERE),
        COUNTS);
    System.out.println("of lists of profiles: " + OF_PROFILES + "; of the rest: " + OF_THE_REST);
    forOverrides()
        .forEach(
            (start, why) ->
                System.out.printf("%5d for overrides: %s, %s%n", left(start), start, why));
    List<Map.Entry<String, Integer>> left = new ArrayList<>(LEFT.entrySet());
    left.sort(
        Comparator.comparing((Map.Entry<String, Integer> one) -> -one.getValue())
            .thenComparing(Map.Entry::getKey));
    left.forEach(one -> System.out.printf("%5d %s%n", one.getValue(), one.getKey()));
  }

  /** Starts of paths that are left on purpose, with the reason. */
  private static Map<String, String> forOverrides() {
    Map<String, String> found = new LinkedHashMap<>();
    try (InputStream in = CoverageIT.class.getResourceAsStream("/real-fleet/for-overrides.txt")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" [|] ", 2))
          .forEach(words -> found.put(words[0], words[1]));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return found;
  }

  /** How many settings below the start of a path no line says. */
  private static int left(String start) {
    return LEFT.entrySet().stream()
        .filter(one -> one.getKey().startsWith(Kind.LEFT + " " + start))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static double share(Kind... kinds) {
    int all = COUNTS.values().stream().mapToInt(Integer::intValue).sum();
    int some = 0;
    for (Kind kind : kinds) {
      some += COUNTS.getOrDefault(kind, 0);
    }
    return 100.0 * some / all;
  }

  @Test
  void whatStaysUnderOverridesOnPurposeIsStillThere() {
    assertThat(forOverrides().keySet())
        .allSatisfy(start -> assertThat(left(start)).as("%s", start).isPositive());
  }

  @Test
  void linesSayAsMuchAsTheyDid() {
    assertThat(share(Kind.SAME, Kind.DEFAULT, Kind.LISTED)).isGreaterThanOrEqualTo(AT_LEAST);
    assertThat(share(Kind.SAME, Kind.DEFAULT, Kind.LISTED, Kind.ELSEWHERE))
        .isGreaterThanOrEqualTo(AT_LEAST_ANYWHERE);
  }
}
