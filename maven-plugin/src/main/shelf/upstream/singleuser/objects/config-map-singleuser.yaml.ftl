<#if context.files.singleuser.inConfigMap>
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${context.names.singleuser}
  namespace: ${context.namespace}
  labels: ${context.labels["singleuser-server"].object}
<#if context.files.singleuser.data?has_content>
data: ${context.files.singleuser.data}
</#if>
<#if context.files.singleuser.binaryData?has_content>
binaryData: ${context.files.singleuser.binaryData}
</#if>
</#if>
