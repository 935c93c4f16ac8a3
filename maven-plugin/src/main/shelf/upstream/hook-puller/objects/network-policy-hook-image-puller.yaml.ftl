<#if context.puller.hook && context.departures["policies-for-all-pods"]>
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${context.names["hook-image-puller"]}
  namespace: ${context.namespace}
  labels: ${context.labels["hook-image-puller"].object}
spec:
  podSelector:
    matchLabels: ${context.labels["hook-image-puller"].selector}
  policyTypes: [Ingress, Egress]
</#if>
