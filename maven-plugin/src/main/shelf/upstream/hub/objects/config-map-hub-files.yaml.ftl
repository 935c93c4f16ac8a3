<#if context.files.hub.inConfigMap>
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${context.names["hub-files"]}
  namespace: ${context.namespace}
  labels: ${context.labels.hub.object}
<#if context.files.hub.data?has_content>
data: ${context.files.hub.data}
</#if>
<#if context.files.hub.binaryData?has_content>
binaryData: ${context.files.hub.binaryData}
</#if>
</#if>
