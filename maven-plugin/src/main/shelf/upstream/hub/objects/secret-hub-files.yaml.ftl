<#if context.files.hub.inSecret>
apiVersion: v1
kind: Secret
metadata:
  name: ${context.names["hub-files"]}
  namespace: ${context.namespace}
  labels: ${context.labels.hub.object}
type: Opaque
<#if context.files.hub.binaryData?has_content>
data: ${context.files.hub.binaryData}
</#if>
<#if context.files.hub.data?has_content>
stringData: ${context.files.hub.data}
</#if>
</#if>
