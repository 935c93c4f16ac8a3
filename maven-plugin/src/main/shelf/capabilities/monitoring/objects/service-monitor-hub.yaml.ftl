<#if (context.monitoring.operator)??>
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: ${context.names.hub}
  namespace: ${context.namespace}
  labels:
    $merge: [${context.labels.hub.object}, ${context.monitoring.operator}]
spec:
  selector:
    matchLabels: ${context.labels.hub.selector}
  endpoints:
  - port: hub
    path: ${context.hub.serviceAnnotations["prometheus.io/path"]}
    authorization:
      type: Bearer
      credentials:
<#if context.monitoring.secret??>
        name: ${context.monitoring.secret}
<#else>
        name: ${context.names.hub}
</#if>
        key: ${context.monitoring.key}
</#if>
