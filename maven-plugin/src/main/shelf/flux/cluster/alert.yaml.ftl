<#if context.flux.alerts??>
apiVersion: notification.toolkit.fluxcd.io/v1beta3
kind: Alert
metadata:
  name: hubs
  namespace: flux-system
  labels:
    app.kubernetes.io/managed-by: hubs
spec:
  providerRef:
    name: hubs
<#if context.flux.alerts.severity??>
  eventSeverity: ${context.flux.alerts.severity}
<#else>
  eventSeverity: error
</#if>
  eventSources:
  - kind: GitRepository
    name: hubs
  - kind: Kustomization
    name: "*"
    matchLabels:
      app.kubernetes.io/managed-by: hubs
</#if>
