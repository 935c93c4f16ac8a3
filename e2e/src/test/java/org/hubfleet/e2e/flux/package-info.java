/**
 * The rung of Flux: a real kustomize-controller applies what is compiled and committed.
 *
 * <p>What stands in for the real thing: the source (an archive of the tip over HTTP, told to the
 * {@code GitRepository} as source-controller would) and the readiness of pods, which nobody runs
 * here. Start reading at {@link org.hubfleet.e2e.flux.Stage}.
 */
package org.hubfleet.e2e.flux;
