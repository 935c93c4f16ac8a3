<#if jupyterhub.hub.networkPolicy.enabled>
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${context.names.hub}
  namespace: ${context.namespace}
  labels: ${context.labels.hub.object}
spec:
  podSelector:
    matchLabels: ${context.labels.hub.selector}
  policyTypes: ${context.network.hub.types}
  ingress: ${context.network.hub.ingress}
  egress: ${context.network.hub.egress}
</#if>
