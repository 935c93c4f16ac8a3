package org.hubfleet.schema;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known word that a misspelt one was probably meant to be. */
public final class Nearest {
  private Nearest() {}

  /**
   * The nearest of the known words, compared without case, dashes and underscores first, then with
   * them; absent when none is near.
   *
   * @param known the first of equally near words wins
   */
  public static Optional<String> to(String word, Collection<String> known) {
    String folded = fold(word);
    String best = "";
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      if (candidate.equals(word)) {
        continue;
      }
      int distance = distance(folded, fold(candidate)) * 2 + 1;
      boolean nearer =
          distance < least
              || (distance == least && distance(word, candidate) < distance(word, best));
      if (nearer) {
        least = distance;
        best = candidate;
      }
    }
    int allowed = 2 * Math.max(1, Math.min(3, folded.length() / 3)) + 1;
    return least <= allowed ? Optional.of(best) : Optional.empty();
  }

  private static String fold(String word) {
    return word.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** Edits between two words: insert, delete, replace, swap of neighbours. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
