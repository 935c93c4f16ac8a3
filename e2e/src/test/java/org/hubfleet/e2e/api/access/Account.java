package org.hubfleet.e2e.api.access;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.source.Node;

/** A service account, of which an API server says what it may do. */
record Account(Api api, String namespace, String name) {
  private static final String REVIEWS = "/apis/authorization.k8s.io/v1/subjectaccessreviews";

  /** Those of the rights that it has in a namespace; above all of them where that is empty. */
  Set<Right> of(List<Right> rights, String where) {
    Set<Right> allowed = new ConcurrentSkipListSet<>();
    rights.parallelStream().filter(right -> may(right, where)).forEach(allowed::add);
    return allowed;
  }

  /** Whether it has one right. */
  boolean may(Right right, String where) {
    String review =
        """
        {"apiVersion": "authorization.k8s.io/v1", "kind": "SubjectAccessReview", "spec": {
          "user": "system:serviceaccount:%1$s:%2$s",
          "groups": ["system:serviceaccounts", "system:serviceaccounts:%1$s", "system:authenticated"],
          "resourceAttributes": {"namespace": "%3$s", "verb": "%4$s", "group": "%5$s",
            "resource": "%6$s", "subresource": "%7$s", "name": "%8$s"}}}
        """
            .formatted(
                namespace,
                name,
                where,
                right.verb(),
                right.group(),
                right.plural(),
                right.subresource(),
                right.name());
    Api.Answer answer = api.post(REVIEWS, review);
    if (!answer.isFine()) {
      throw new IllegalStateException(answer.message());
    }
    return answer.tree().at("status.allowed").filter(Node::isTrue).isPresent();
  }
}
