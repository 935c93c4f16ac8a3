package org.hubfleet.author;

import java.util.List;
import java.util.Optional;
import org.hubfleet.schema.Extension;

/**
 * What to import, and as which hub.
 *
 * @param community folder name of the community
 * @param hub file name of the hub without its ending; {@code hub} makes the community's one hub
 * @param values existing values files, in the order in which Helm takes them
 * @param secretKeys lists of paths, one a line, that exist in encrypted values files
 * @param extensions what the fleet and the community declare already
 */
public record ImportRequest(
    String community,
    String hub,
    String cluster,
    Optional<String> release,
    Optional<String> namespace,
    Optional<String> domain,
    List<InputFile> values,
    List<InputFile> secretKeys,
    List<Extension> extensions) {
  public ImportRequest {
    values = List.copyOf(values);
    secretKeys = List.copyOf(secretKeys);
    extensions = List.copyOf(extensions);
  }

  /** A request with nothing but what is needed. */
  public static ImportRequest of(
      String community, String hub, String cluster, List<InputFile> values) {
    return new ImportRequest(
        community,
        hub,
        cluster,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        values,
        List.of(),
        List.of());
  }

  /** The same with lists of encrypted paths. */
  public ImportRequest withSecretKeys(List<InputFile> lists) {
    return new ImportRequest(
        community, hub, cluster, release, namespace, domain, values, lists, extensions);
  }

  /** The same with a domain. */
  public ImportRequest withDomain(String name) {
    return new ImportRequest(
        community,
        hub,
        cluster,
        release,
        namespace,
        Optional.of(name),
        values,
        secretKeys,
        extensions);
  }

  /** The same with extensions that are declared already. */
  public ImportRequest withExtensions(List<Extension> declared) {
    return new ImportRequest(
        community, hub, cluster, release, namespace, domain, values, secretKeys, declared);
  }

  /** The id that the hub will have. */
  public String id() {
    return hub.equals("hub") ? community : community + "-" + hub;
  }

  /** The file to write, relative to the folder that holds {@code config/}. */
  public String file() {
    return "config/communities/" + community + "/" + hub + ".yaml";
  }
}
