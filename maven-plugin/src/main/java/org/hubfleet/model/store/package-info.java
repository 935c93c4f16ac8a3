/** The object store of a cluster, of which several capabilities speak. */
package org.hubfleet.model.store;
