apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: hubs
  namespace: flux-system
  labels:
    app.kubernetes.io/managed-by: hubs
spec:
<#if context.flux.interval??>
  interval: ${context.flux.interval}
<#else>
  interval: 1m
</#if>
  timeout: 60s
  url: ${context.flux.url}
  ref:
    branch: ${context.flux.branch}
<#if context.flux.secret??>
  secretRef:
    name: ${context.flux.secret}
</#if>
