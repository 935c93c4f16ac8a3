<#if (context.buckets.account)??>
apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${context.buckets.account.name}
  namespace: ${context.namespace}
  labels: ${context.labels["singleuser-server"].object}
  annotations: ${context.buckets.account.annotations}
automountServiceAccountToken: false
</#if>
