/**
 * The form in which people choose a server: what it asks, by which keys, in which words.
 *
 * <p>Start reading at {@link org.hubfleet.model.form.Form}.
 */
package org.hubfleet.model.form;
