apiVersion: v1
kind: Service
metadata:
  name: ${context.names.hub}
  namespace: ${context.namespace}
  labels: ${context.labels.hub.object}
  annotations: ${context.hub.serviceAnnotations}
spec:
  type: ${jupyterhub.hub.service.type}
<#if jupyterhub.hub.service.loadBalancerIP??>
  loadBalancerIP: ${jupyterhub.hub.service.loadBalancerIP}
</#if>
  selector: ${context.labels.hub.selector}
  ipFamilyPolicy: ${jupyterhub.hub.service.ipFamilyPolicy}
<#if jupyterhub.hub.service.ipFamilies?has_content>
  ipFamilies: ${jupyterhub.hub.service.ipFamilies}
</#if>
  ports:
  - name: hub
    port: 8081
    targetPort: http
<#if jupyterhub.hub.service.ports.nodePort??>
    nodePort: ${jupyterhub.hub.service.ports.nodePort}
</#if>
<#if jupyterhub.hub.service.ports.appProtocol??>
    appProtocol: ${jupyterhub.hub.service.ports.appProtocol}
</#if>
<#list jupyterhub.hub.service.extraPorts![] as port>
  - ${port}
</#list>
