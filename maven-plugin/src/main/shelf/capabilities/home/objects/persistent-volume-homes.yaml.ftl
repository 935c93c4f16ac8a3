<#if (context.home.share)??>
apiVersion: v1
kind: PersistentVolume
metadata:
  name: ${context.home.share.volume}
  labels: ${context.labels.home.object}
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
    name: homes
    namespace: ${context.namespace}
<#if context.home.share.mountOptions??>
  mountOptions: ${context.home.share.mountOptions}
</#if>
  nfs:
    server: ${context.home.share.server}
    path: ${context.home.share.path}
</#if>
