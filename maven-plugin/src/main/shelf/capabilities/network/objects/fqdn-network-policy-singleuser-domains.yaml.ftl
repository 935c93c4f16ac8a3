<#if (context.internet.matches)??>
apiVersion: networking.gke.io/v1alpha1
kind: FQDNNetworkPolicy
metadata:
  name: ${context.internet.matches.name}
  namespace: ${context.namespace}
  labels: ${context.labels["singleuser-server"].object}
spec:
  podSelector:
    matchLabels: ${context.labels["singleuser-server"].selector}
  egress: ${context.internet.matches.egress}
</#if>
