/**
 * How a hub's own pages look and what they say.
 *
 * <p>Start reading at {@link org.hubfleet.capability.page.Page}.
 */
package org.hubfleet.capability.page;
