/**
 * What the cluster's Prometheus needs to read the metrics of a hub.
 *
 * <p>Start reading at {@link org.hubfleet.capability.monitoring.Monitoring}.
 */
package org.hubfleet.capability.monitoring;
