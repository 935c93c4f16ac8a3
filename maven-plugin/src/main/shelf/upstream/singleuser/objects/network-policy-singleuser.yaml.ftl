<#if jupyterhub.singleuser.networkPolicy.enabled>
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${context.names.singleuser}
  namespace: ${context.namespace}
  labels: ${context.labels["singleuser-server"].object}
spec:
  podSelector:
    matchLabels: ${context.labels["singleuser-server"].selector}
  policyTypes: ${context.network.singleuser.types}
  ingress: ${context.network.singleuser.ingress}
  egress: ${context.network.singleuser.egress}
</#if>
