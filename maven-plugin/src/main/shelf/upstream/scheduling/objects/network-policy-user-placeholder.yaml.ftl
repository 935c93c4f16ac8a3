<#if jupyterhub.scheduling.userPlaceholder.enabled && context.departures["policies-for-all-pods"]>
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${context.names["user-placeholder"]}
  namespace: ${context.namespace}
  labels: ${context.labels["user-placeholder"].object}
spec:
  podSelector:
    matchLabels: ${context.labels["user-placeholder"].selector}
  policyTypes: [Ingress, Egress]
</#if>
