<#if (jupyterhub.proxy.chp.networkPolicy.enabled)!false>
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${context.names.proxy}
  namespace: ${context.namespace}
  labels: ${context.labels.proxy.object}
spec:
  podSelector:
    matchLabels: ${context.labels.proxy.selector}
  policyTypes: ${context.network.proxy.types}
  ingress: ${context.network.proxy.ingress}
  egress: ${context.network.proxy.egress}
</#if>
