<#-- Addresses of chats are secrets too, so that they stand in the Secret, under address. -->
<#if context.flux.alerts??>
apiVersion: notification.toolkit.fluxcd.io/v1beta3
kind: Provider
metadata:
  name: hubs
  namespace: flux-system
  labels:
    app.kubernetes.io/managed-by: hubs
spec:
  type: ${context.flux.alerts.type}
<#if context.flux.alerts.channel??>
  channel: ${context.flux.alerts.channel}
</#if>
  secretRef:
    name: ${context.flux.alerts.secret}
</#if>
