<#-- It asks the API server, so what goes out stays open. -->
<#if context.puller.hook && context.departures["policies-for-all-pods"]>
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${context.names["hook-image-awaiter"]}
  namespace: ${context.namespace}
  labels: ${context.labels["hook-image-awaiter"].object}
spec:
  podSelector:
    matchLabels: ${context.labels["hook-image-awaiter"].selector}
  policyTypes: [Ingress]
</#if>
