/**
 * The machines of a cluster: its pools, what pods can use of a node of each, and how pods get
 * there.
 *
 * <p>Start reading at {@link org.hubfleet.model.pool.Pools}.
 */
package org.hubfleet.model.pool;
