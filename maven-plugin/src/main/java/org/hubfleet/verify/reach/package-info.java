/**
 * What servers of people can reach, worked out from the network policies that were emitted, whoever
 * asked for them: the same rules that a cluster's engine goes by.
 *
 * <p>Start reading at {@link org.hubfleet.verify.reach.Reach}.
 */
package org.hubfleet.verify.reach;
