<#if context.autohttps?has_content && ((jupyterhub.proxy.traefik.networkPolicy.enabled)!false)>
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${context.names.autohttps}
  namespace: ${context.namespace}
  labels: ${context.labels.autohttps.object}
spec:
  podSelector:
    matchLabels: ${context.labels.autohttps.selector}
  policyTypes: ${context.network.autohttps.types}
  ingress: ${context.network.autohttps.ingress}
  egress: ${context.network.autohttps.egress}
</#if>
