<#if each.claim??>
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: ${each.claim}
  namespace: ${context.namespace}
  labels: ${context.labels.folders.object}
  annotations:
    kustomize.toolkit.fluxcd.io/prune: disabled
spec:
  accessModes: [ReadOnlyMany]
  storageClassName: ""
  volumeName: ${each.volume}
  resources:
    requests:
      storage: 1Mi
</#if>
