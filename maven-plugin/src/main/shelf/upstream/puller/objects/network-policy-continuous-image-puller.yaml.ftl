<#-- Fetching images is the node's work, so the pods themselves talk to nobody. -->
<#if jupyterhub.prePuller.continuous.enabled && context.departures["policies-for-all-pods"]>
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${context.names["continuous-image-puller"]}
  namespace: ${context.namespace}
  labels: ${context.labels["continuous-image-puller"].object}
spec:
  podSelector:
    matchLabels: ${context.labels["continuous-image-puller"].selector}
  policyTypes: [Ingress, Egress]
</#if>
