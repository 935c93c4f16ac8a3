/**
 * The sizes of servers, and on which nodes they run.
 *
 * <p>Start reading at {@link org.hubfleet.model.size.HubSizes}.
 */
package org.hubfleet.model.size;
