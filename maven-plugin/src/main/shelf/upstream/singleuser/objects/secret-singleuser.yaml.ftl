<#if context.files.singleuser.inSecret>
apiVersion: v1
kind: Secret
metadata:
  name: ${context.names.singleuser}
  namespace: ${context.namespace}
  labels: ${context.labels["singleuser-server"].object}
type: Opaque
<#if context.files.singleuser.binaryData?has_content>
data: ${context.files.singleuser.binaryData}
</#if>
<#if context.files.singleuser.data?has_content>
stringData: ${context.files.singleuser.data}
</#if>
</#if>
