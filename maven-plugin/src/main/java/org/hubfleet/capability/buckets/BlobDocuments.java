package org.hubfleet.capability.buckets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;

/**
 * Documents of Azure Blob Storage, where a bucket is a container: its access, its rule in the
 * account's management policy, the role in it, and the federated credential of the identity.
 */
final class BlobDocuments implements Documents {
  @Override
  public Mapping of(Bucket bucket, Grantee grantee) {
    Origin why = bucket.why();
    String role =
        bucket.is("readOnly") ? "Storage Blob Data Reader" : "Storage Blob Data Contributor";
    return Plain.map(
        why,
        "container",
        Plain.map(
            why,
            "storageAccount",
            grantee.store().filled("{store}"),
            "publicAccess",
            bucket.is("public") ? "Container" : "None"),
        "managementPolicyRule",
        bucket.days().map(days -> rule(bucket, days)),
        "roleAssignment",
        Plain.map(
            why,
            "roleDefinitionName",
            role,
            "scope",
            "blobServices/default/containers/" + bucket.name().text(),
            "clientId",
            grantee.identity().orElseThrow().id()));
  }

  @Override
  public Mapping of(List<Bucket> all, Grantee grantee) {
    Optional<Mapping> credential =
        grantee
            .issuer()
            .map(
                issuer ->
                    Plain.map(
                        grantee.why(),
                        "issuer",
                        issuer,
                        "subject",
                        grantee.subject(),
                        "audiences",
                        List.of(grantee.filled("audience"))));
    return Plain.map(grantee.why(), "federatedCredential", credential);
  }

  private static Mapping rule(Bucket bucket, int days) {
    Origin why = bucket.life().orElseThrow().origin();
    List<String> blobs = new ArrayList<>(List.of("blockBlob", "appendBlob"));
    Node delete = Plain.of(Map.of("daysAfterModificationGreaterThan", days), why);
    return Plain.map(
        why,
        "enabled",
        true,
        "name",
        "end-of-life-" + bucket.name().text(),
        "type",
        "Lifecycle",
        "definition",
        Plain.map(
            why,
            "actions",
            Map.of("baseBlob", Map.of("delete", delete)),
            "filters",
            Plain.map(
                why, "blobTypes", blobs, "prefixMatch", List.of(bucket.name().text() + "/"))));
  }
}
