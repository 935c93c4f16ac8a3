/**
 * A node without containers: watches the pods that the scheduler binds to its nodes, starts the
 * first container of each as a process that has the paths, variables, account and network that a
 * container would have, and reports as a kubelet does.
 *
 * <p>Start reading at {@link org.hubfleet.e2e.node.NodeAgent}. What stands in for images is in
 * {@link org.hubfleet.e2e.node.Images}; what is not played: init and side containers, image
 * contents, limits, liveness probes, NetworkPolicy.
 */
package org.hubfleet.e2e.node;
