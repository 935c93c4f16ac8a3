package org.hubfleet.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hubfleet.diagnostic.Place;

/** Random trees whose keys and strings are made to be misread. The same seed, the same trees. */
public final class NastyTrees {
  /** Strings that some reader of YAML, a template or a report could take for something else. */
  public static final List<String> STRINGS =
      List.of(
          "",
          " ",
          "\n",
          "\n\n",
          "a\n",
          "a\nb",
          "a\n\nb\n",
          " lead\nb",
          "a\n  deeper\n\ttab\n",
          "trail \nb",
          "a\n\n",
          "a\r\nb",
          "\ttab",
          "no",
          "No",
          "on",
          "y",
          "~",
          "null",
          "Null",
          "true",
          "TRUE",
          "=",
          "<<",
          "0777",
          "0o17",
          "0x1F",
          "0b11",
          "1e3",
          "1E+3",
          "1_000",
          "22:22",
          "190:20:30.15",
          ".5",
          "5.",
          ".inf",
          "-.INF",
          ".nan",
          "+1",
          "-0",
          "1",
          "1.0",
          "2026-11-21",
          "2026-11-21T10:00:00Z",
          "2026-11-21 10:00:00",
          "---",
          "...",
          "--- a\n...\n---\n",
          "- a",
          "? a",
          ": a",
          "a: b",
          "a:",
          "#c",
          "a #c",
          "&a",
          "*a",
          "!t",
          "!!int 1",
          "|",
          ">",
          "%YAML 1.1",
          "@a",
          "`a`",
          "'",
          "\"",
          "\\",
          "it's \"quoted\" \\n",
          "[a, b]",
          "{a: b}",
          ",",
          "${x}",
          "${x?no_esc}",
          "<#if true>",
          "</#list>",
          "<#-- x -->",
          "[=x]",
          "{{ .Values.x }}",
          "#@upstream/hub/objects/x.yaml.ftl:1",
          "a #@x:1",
          "#>o1",
          "#<",
          "$merge",
          "\u0000",
          "\u0007\u001b[31m",
          "\u007f",
          "\u0085",
          "\u00a0",
          "\u00ad",
          "\u200b",
          "a\u2028b\u2029",
          "\u202e",
          "\ufeff",
          "\ufffe\uffff",
          "\ud83d\ude00 emoji",
          "\ud83d\udc68\u200d\ud83d\udc69",
          "\udbff\udfff",
          "caf\u00e9 \u0627\u0644\u0639 \u4e2d\u6587",
          "\u0130i\u0131I",
          "x".repeat(5000),
          "long words ".repeat(300).strip(),
          "1:".repeat(3000) + "1",
          "a:".repeat(3000) + "a",
          "9".repeat(400));

  private static final Origin HERE = Origin.at(Place.ofFile("random"), Layer.HUB);
  private static final int LONGEST_KEY = 100;

  private final Random random;

  public NastyTrees(long seed) {
    random = new Random(seed);
  }

  /** The next map. */
  public Mapping map(int depth) {
    Mapping.Builder map = Mapping.builder(HERE);
    int size = random.nextInt(6);
    for (int i = 0; i < size; i++) {
      map.put(key(), node(depth - 1));
    }
    return map.build();
  }

  private Node node(int depth) {
    int kind = random.nextInt(depth > 0 ? 10 : 7);
    if (kind < 4) {
      return Scalar.string(string(), HERE);
    }
    return switch (kind) {
      case 4 -> Scalar.integer(random.nextLong(), HERE);
      case 5 ->
          Scalar.number(BigDecimal.valueOf(random.nextInt(10_000_000), random.nextInt(9)), HERE);
      case 6 ->
          random.nextBoolean() ? Scalar.nothing(HERE) : Scalar.bool(random.nextBoolean(), HERE);
      case 7 -> list(depth);
      default -> map(depth);
    };
  }

  private Sequence list(int depth) {
    List<Node> items = new ArrayList<>();
    int size = random.nextInt(5);
    for (int i = 0; i < size; i++) {
      items.add(node(depth - 1));
    }
    return Sequence.of(items, HERE);
  }

  private String key() {
    String text = string();
    return text.length() > LONGEST_KEY ? text.substring(0, LONGEST_KEY) : text;
  }

  private String string() {
    String one = STRINGS.get(random.nextInt(STRINGS.size()));
    return switch (random.nextInt(4)) {
      case 0 -> one + STRINGS.get(random.nextInt(STRINGS.size()));
      case 1 -> one + (char) (random.nextInt(0x2100)) + one;
      default -> one;
    };
  }
}
