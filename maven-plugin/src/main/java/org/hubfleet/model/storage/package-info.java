/**
 * What a cluster can keep, by purpose: volumes of classes and folders of file servers.
 *
 * <p>Start reading at {@link org.hubfleet.model.storage.Storage}.
 */
package org.hubfleet.model.storage;
