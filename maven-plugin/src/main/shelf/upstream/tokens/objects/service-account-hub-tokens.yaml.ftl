<#if context.tokens.job??>
apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${context.names["hub-tokens"]}
  namespace: ${context.namespace}
  labels: ${context.labels.tokens.object}
automountServiceAccountToken: false
</#if>
