apiVersion: v1
kind: ConfigMap
metadata:
  name: ${context.names.hub}
  namespace: ${context.namespace}
  labels: ${context.labels.hub.object}
data: ${context.hubConfig.data}
