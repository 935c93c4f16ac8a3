<#if jupyterhub.hub.db.type == "sqlite-pvc">
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: ${context.names["hub-db-dir"]}
  namespace: ${context.namespace}
  labels: ${context.labels.hub.object}
  annotations:
    kustomize.toolkit.fluxcd.io/prune: disabled
<#if jupyterhub.hub.db.pvc.annotations?has_content>
    $merge: ${jupyterhub.hub.db.pvc.annotations}
</#if>
spec:
  accessModes: ${jupyterhub.hub.db.pvc.accessModes}
<#if jupyterhub.hub.db.pvc.storageClassName??>
  storageClassName: ${jupyterhub.hub.db.pvc.storageClassName}
</#if>
<#if jupyterhub.hub.db.pvc.selector?has_content>
  selector: ${jupyterhub.hub.db.pvc.selector}
</#if>
  resources:
    requests:
      storage: ${jupyterhub.hub.db.pvc.storage}
</#if>
