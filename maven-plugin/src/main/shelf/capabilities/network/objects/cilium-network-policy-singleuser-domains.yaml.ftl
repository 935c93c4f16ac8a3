<#if (context.internet.endpoints)??>
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata:
  name: ${context.internet.endpoints.name}
  namespace: ${context.namespace}
  labels: ${context.labels["singleuser-server"].object}
spec:
  endpointSelector:
    matchLabels: ${context.labels["singleuser-server"].selector}
  egress: ${context.internet.endpoints.egress}
</#if>
