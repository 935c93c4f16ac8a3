/**
 * A running cluster, as its API server tells: what Flux has applied, and which objects are not what
 * they were made.
 *
 * <p>Reads only, through the Kubernetes Java client, which nothing else loads. Uses {@code compare}
 * and below. Start reading at {@link org.hubfleet.live.LiveCluster}.
 */
package org.hubfleet.live;
