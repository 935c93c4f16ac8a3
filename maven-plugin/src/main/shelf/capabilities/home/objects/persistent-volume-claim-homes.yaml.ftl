<#if (context.home.share)??>
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: homes
  namespace: ${context.namespace}
  labels: ${context.labels.home.object}
  annotations:
    kustomize.toolkit.fluxcd.io/prune: disabled
spec:
  accessModes: [ReadWriteMany]
  storageClassName: ""
  volumeName: ${context.home.share.volume}
  resources:
    requests:
      storage: 1Mi
</#if>
