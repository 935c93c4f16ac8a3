<#if jupyterhub.scheduling.userPlaceholder.enabled>
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: ${context.names["user-placeholder"]}
  namespace: ${context.namespace}
  labels: ${context.labels["user-placeholder"].object}
spec:
  minAvailable: 0
  selector:
    matchLabels: ${context.labels["user-placeholder"].selector}
</#if>
