<#if (context.folders.share)??>
apiVersion: v1
kind: PersistentVolume
metadata:
  name: ${context.folders.share.volume}
  labels: ${context.labels.folders.object}
  annotations:
    kustomize.toolkit.fluxcd.io/prune: disabled
spec:
  # The server knows no sizes; what stands here has to be there and limits nothing.
  capacity:
    storage: 1Mi
  accessModes: [ReadWriteMany]
  persistentVolumeReclaimPolicy: Retain
  storageClassName: ""
  claimRef:
    apiVersion: v1
    kind: PersistentVolumeClaim
    name: folders
    namespace: ${context.namespace}
<#if context.folders.share.mountOptions??>
  mountOptions: ${context.folders.share.mountOptions}
</#if>
  nfs:
    server: ${context.folders.share.server}
    path: ${context.folders.share.path}
</#if>
