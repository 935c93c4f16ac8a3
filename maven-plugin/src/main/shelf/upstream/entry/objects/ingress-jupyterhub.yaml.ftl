<#if context.entry.ingress??>
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${context.names.entry}
  namespace: ${context.namespace}
  labels: ${context.labels.entry.object}
<#if jupyterhub.ingress.annotations?has_content>
  annotations: ${jupyterhub.ingress.annotations}
</#if>
spec:
<#if jupyterhub.ingress.ingressClassName?has_content>
  ingressClassName: ${jupyterhub.ingress.ingressClassName}
</#if>
  rules: ${context.entry.ingress.rules}
<#if jupyterhub.ingress.tls?has_content>
  tls: ${jupyterhub.ingress.tls}
</#if>
</#if>
