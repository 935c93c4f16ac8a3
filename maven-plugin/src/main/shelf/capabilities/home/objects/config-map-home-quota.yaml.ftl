<#if (context.home.quota)??>
apiVersion: v1
kind: ConfigMap
metadata:
  name: home-quota
  namespace: ${context.namespace}
  labels: ${context.labels.home.object}
data:
  quota.json: ${context.home.quota}
</#if>
