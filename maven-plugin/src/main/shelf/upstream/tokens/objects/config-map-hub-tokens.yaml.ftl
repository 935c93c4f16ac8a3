<#if context.tokens.job??>
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${context.names["hub-tokens"]}
  namespace: ${context.namespace}
  labels: ${context.labels.tokens.object}
data:
  fill_tokens.py: ${context.tokens.script}
</#if>
