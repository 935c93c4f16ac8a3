<#if (context.folders.share)??>
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: folders
  namespace: ${context.namespace}
  labels: ${context.labels.folders.object}
  annotations:
    kustomize.toolkit.fluxcd.io/prune: disabled
spec:
  accessModes: [ReadWriteMany]
  storageClassName: ""
  volumeName: ${context.folders.share.volume}
  resources:
    requests:
      storage: 1Mi
</#if>
