package org.hubfleet.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.schema.Nearest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.SourceFile;

/**
 * Finds the encrypted Secrets of hubs, {@code communities/<community>/secrets/<hub>/*.yaml}.
 *
 * <p>Reports {@code secrets/unknown-hub}, {@code secrets/not-encrypted}, {@code
 * secrets/encrypted-metadata}, {@code secrets/incomplete-sops} and {@code secrets/not-a-secret}. No
 * message holds a value, and no report shows a line of such a file. Source: the file format of SOPS
 * 3.13.
 */
public final class EncryptedSecrets {
  private static final RuleName UNKNOWN_HUB = RuleName.of("secrets/unknown-hub");
  private static final RuleName NOT_ENCRYPTED = RuleName.of("secrets/not-encrypted");
  private static final RuleName ENCRYPTED_METADATA = RuleName.of("secrets/encrypted-metadata");
  private static final RuleName INCOMPLETE = RuleName.of("secrets/incomplete-sops");
  private static final RuleName NOT_A_SECRET = RuleName.of("secrets/not-a-secret");
  private static final List<String> CLEAR =
      List.of("apiVersion", "kind", "metadata.name", "metadata.namespace");
  private static final List<String> RECIPIENTS =
      List.of("age", "pgp", "kms", "gcp_kms", "azure_kv", "hc_vault", "key_groups");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");
  private static final String HOW =
      "run sops encrypt --in-place --encrypted-regex '^(data|stringData)$' on the file";

  private EncryptedSecrets() {}

  /** Those of a fleet, sorted by path; files with a problem are left out. */
  public static Outcome<List<EncryptedSecret>> of(Fleet fleet) {
    List<EncryptedSecret> found = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (SourceFile file : fleet.sources().of(SourceFile.Kind.SECRET)) {
      Optional<Hub> hub = hub(fleet, file);
      if (hub.isEmpty()) {
        problems.add(unknownHub(fleet, file));
      }
      if (file.tree().isPresent()) {
        Outcome<Mapping> tree = encrypted(file, file.tree().get());
        problems.addAll(tree.diagnostics());
        hub.ifPresent(h -> tree.value().ifPresent(t -> found.add(EncryptedSecret.of(h, file, t))));
      }
    }
    return Outcome.of(found, problems.stream().map(Diagnostic::mask).toList());
  }

  private static String folder(SourceFile file) {
    return file.path().split("/", -1)[4];
  }

  /** A folder is called as the hub's file. */
  private static Optional<Hub> hub(Fleet fleet, SourceFile file) {
    return fleet.hubs().stream()
        .filter(hub -> hub.community().equals(file.community()))
        .filter(hub -> hub.isNamed(file.community() + "/" + folder(file)))
        .findFirst();
  }

  private static Diagnostic unknownHub(Fleet fleet, SourceFile file) {
    List<String> names =
        fleet.sources().of(SourceFile.Kind.HUB).stream()
            .filter(hub -> hub.community().equals(file.community()))
            .map(SourceFile::name)
            .toList();
    return Diagnostic.error(
            Place.ofFile(file.path()),
            UNKNOWN_HUB,
            "the folder \"" + folder(file) + "\" is named for no hub of " + file.community())
        .hint(
            Nearest.to(folder(file), names)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse("hub files of that community are " + String.join(", ", names)));
  }

  private static Outcome<Mapping> encrypted(SourceFile file, Node tree) {
    Optional<Mapping> secret = tree.mapping().filter(map -> map.get("sops").isPresent());
    if (secret.isEmpty()) {
      return Outcome.none(
          Diagnostic.error(
                  Place.ofFile(file.path()), NOT_ENCRYPTED, "the file is not encrypted with SOPS")
              .hint(HOW + ", and change what it held: it may have been seen"));
    }
    List<Diagnostic> problems = new ArrayList<>(plainValues(secret.get()));
    problems.addAll(encryptedMetadata(secret.get()));
    problems.addAll(incomplete(secret.get()));
    boolean isSecret =
        text(secret.get(), "kind").equals("Secret")
            && text(secret.get(), "apiVersion").equals("v1");
    if (problems.isEmpty() && !isSecret) {
      problems.add(
          Diagnostic.error(
              secret.get().get("kind").orElse(secret.get()).origin().place(),
              NOT_A_SECRET,
              "expected a Secret of apiVersion v1"));
    }
    Node name = secret.get().at("metadata.name").orElse(secret.get());
    if (problems.isEmpty() && !NAME.matcher(name.string().orElse("")).matches()) {
      problems.add(
          Diagnostic.error(
              name.origin().place(), NOT_A_SECRET, "expected the name of a Secret in metadata"));
    }
    return problems.isEmpty() ? Outcome.of(secret.get()) : Outcome.none(problems);
  }

  private static List<Diagnostic> plainValues(Mapping secret) {
    List<Diagnostic> problems = new ArrayList<>();
    for (String field : EncryptedSecret.VALUES) {
      Optional<Node> values = secret.get(field);
      for (Map.Entry<String, Mapping.Entry> value :
          values.flatMap(Node::mapping).map(Mapping::entries).orElse(Map.of()).entrySet()) {
        if (!isEncrypted(Optional.of(value.getValue().value()))) {
          problems.add(
              Diagnostic.error(
                      value.getValue().key().place(),
                      NOT_ENCRYPTED,
                      "the value of " + field + "." + value.getKey() + " is not encrypted")
                  .hint(HOW + ", and change the value: it may have been seen"));
        }
      }
    }
    return problems;
  }

  private static List<Diagnostic> encryptedMetadata(Mapping secret) {
    return CLEAR.stream()
        .filter(path -> isEncrypted(secret.at(path)))
        .map(
            path ->
                Diagnostic.error(
                        secret.at(path).orElse(secret).origin().place(),
                        ENCRYPTED_METADATA,
                        path + " is encrypted, so that the cluster cannot be told what it is")
                    .hint("decrypt the file, then " + HOW))
        .toList();
  }

  private static List<Diagnostic> incomplete(Mapping secret) {
    Node sops = secret.get("sops").orElseThrow();
    boolean recipients =
        RECIPIENTS.stream()
            .flatMap(kind -> sops.get(kind).stream())
            .flatMap(list -> list.sequence().stream())
            .map(Sequence::items)
            .anyMatch(items -> !items.isEmpty());
    return recipients && isEncrypted(sops.get("mac"))
        ? List.of()
        : List.of(
            Diagnostic.error(
                    sops.origin().place(),
                    INCOMPLETE,
                    "what SOPS wrote lacks "
                        + (recipients ? "its mac" : "anybody who could decrypt it"))
                .hint("bring back the file as SOPS wrote it, or encrypt it anew"));
  }

  private static boolean isEncrypted(Optional<Node> value) {
    return value
        .flatMap(Node::scalar)
        .map(Scalar::text)
        .filter(text -> text.startsWith("ENC[") && text.strip().endsWith("]"))
        .isPresent();
  }

  private static String text(Mapping tree, String path) {
    return tree.at(path).flatMap(Node::string).orElse("");
  }
}
