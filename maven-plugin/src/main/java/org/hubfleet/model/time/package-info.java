/**
 * Time as the language of hubs says it: spans such as {@code 12h}, and the days on which a hub
 * changes by itself.
 *
 * <p>Start reading at {@link org.hubfleet.model.time.Ending}.
 */
package org.hubfleet.model.time;
