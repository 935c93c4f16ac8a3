<#if each.claim??>
apiVersion: v1
kind: PersistentVolume
metadata:
  name: ${each.volume}
  labels: ${context.labels.folders.object}
  annotations:
    kustomize.toolkit.fluxcd.io/prune: disabled
spec:
  # The server knows no sizes; what stands here has to be there and limits nothing.
  capacity:
    storage: 1Mi
  accessModes: [ReadOnlyMany]
  persistentVolumeReclaimPolicy: Retain
  storageClassName: ""
  claimRef:
    apiVersion: v1
    kind: PersistentVolumeClaim
    name: ${each.claim}
    namespace: ${context.namespace}
<#if each.mountOptions??>
  mountOptions: ${each.mountOptions}
</#if>
  nfs:
    server: ${each.server}
    path: ${each.path}
    readOnly: true
</#if>
