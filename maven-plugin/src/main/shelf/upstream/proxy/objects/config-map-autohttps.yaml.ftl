<#if context.autohttps?has_content>
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${context.names.autohttps}
  namespace: ${context.namespace}
  labels: ${context.labels.autohttps.object}
data:
  traefik.yaml: ${context.autohttps.static}
  dynamic.yaml: ${context.autohttps.dynamic}
</#if>
