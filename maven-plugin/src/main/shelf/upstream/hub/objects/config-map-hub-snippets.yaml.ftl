<#if context.hubConfig.snippets?has_content>
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${context.names["hub-snippets"]}
  namespace: ${context.namespace}
  labels: ${context.labels.hub.object}
data: ${context.hubConfig.snippets}
</#if>
