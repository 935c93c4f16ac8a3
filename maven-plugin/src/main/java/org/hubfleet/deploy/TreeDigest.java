package org.hubfleet.deploy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectId;

/**
 * SHA-256 over the names and contents of files: of the lines {@code <name of the blob> <path>}, in
 * the order of paths, which anybody can make again with {@code git ls-tree -r}.
 */
final class TreeDigest {
  private TreeDigest() {}

  /** {@code sha256:} and 64 hexadecimal digits, over those files that the rule takes. */
  static String of(SortedMap<String, ObjectId> files, Predicate<String> taken) {
    MessageDigest digest = sha256();
    for (Map.Entry<String, ObjectId> file : files.entrySet()) {
      if (taken.test(file.getKey())) {
        String line = file.getValue().name() + " " + file.getKey() + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
