<#if context.entry.route??>
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: ${context.names.entry}
  namespace: ${context.namespace}
  labels: ${context.labels.entry.object}
<#if jupyterhub.httpRoute.annotations?has_content>
  annotations: ${jupyterhub.httpRoute.annotations}
</#if>
spec:
  parentRefs: ${context.entry.route.parentRefs}
<#if jupyterhub.httpRoute.hostnames?has_content>
  hostnames: ${jupyterhub.httpRoute.hostnames}
</#if>
  rules: ${context.entry.route.rules}
</#if>
